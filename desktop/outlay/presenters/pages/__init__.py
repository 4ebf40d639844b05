"""One file per page of the window: answers in, finished words and cells out."""
