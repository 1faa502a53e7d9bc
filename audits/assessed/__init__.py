"""What assessed people are owed, as actions: the only writers of audits.models.assessed."""
