"""Ordering a department's report: of which unit, period and level; and what that gives, before it is ordered."""
