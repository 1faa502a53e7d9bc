"""Wyniki: what audits found, on a page, and from each figure on to what it is made of."""
