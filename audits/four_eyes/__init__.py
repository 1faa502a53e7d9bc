"""Power over results is two people's act: who confirms what, whose accounts are of one hand, how an office begins."""
