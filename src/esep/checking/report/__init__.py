"""How is the answer to a check shown: as JSON, in a terminal, as a page, as a Word file?"""
