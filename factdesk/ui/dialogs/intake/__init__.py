"""An article looked over before it comes in: its details, its furniture, what is doubtful."""
