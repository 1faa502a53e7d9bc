"""Taking data away when the time for which the office keeps them is over: planned first, then done, with a protocol."""
