"""A person of the office's provider tied to an account, where somebody confirmed that they are the same."""

from django.apps import apps

from audits.models import User

# As `SOCIALACCOUNT_PROVIDERS` names the office's own.
PROVIDER = "urzad"


def tie(*, account: User, person: str) -> bool:
    """Whether it could be: there is a provider, and neither of the two is tied otherwise."""
    if not apps.is_installed("allauth.socialaccount"):
        return False
    from allauth.socialaccount.models import SocialAccount

    ties = SocialAccount.objects.filter(provider=PROVIDER)
    if ties.filter(uid=person).exclude(user=account).exists() or ties.filter(user=account).exclude(uid=person).exists():
        return False
    ties.get_or_create(user=account, provider=PROVIDER, uid=person)
    return True
