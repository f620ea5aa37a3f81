"""What does a document say, as one string with the place of each of its passages?"""

from esep.checking.documents.read import read_bytes, read_document, read_file

__all__ = ["read_bytes", "read_document", "read_file"]
