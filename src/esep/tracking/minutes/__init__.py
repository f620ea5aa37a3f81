"""From the text of a meeting to drafts of instructions and emphases that a person confirms."""
