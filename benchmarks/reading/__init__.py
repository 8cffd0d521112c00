"""What comes in of articles whose words are known, and what readers do with damaged files."""
