"""PDF: from the letters on its pages to lines and blocks. The page as a picture is drawn in ``ui/``."""
