"""What do the data say of each figure of a text?"""
