"""Word documents (.docx), with their styles, footnotes and the author's comments."""
