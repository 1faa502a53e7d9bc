"""Makers of offices, people and audits for tests. Names are invented."""

import datetime
import hashlib
import json
import uuid
from typing import Any

import factory
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from fido2.cose import ES256
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorAttestationResponse,
    AuthenticatorData,
    CollectedClientData,
    RegistrationResponse,
)

from audits.access import ROLES_WITH_SECOND_FACTOR
from audits.choices import Audience, Confirmation, Role, Selection
from audits.fieldwork import assign_visits, open_assigned, open_audit
from audits.models import Appointment, Assignment, Audit, Department, Employee, Employment, Notice, Purpose, Told, User
from audits.models.periods import day_start
from audits.office.departments import add_department
from audits.signin.adapters import FactorAdapter
from standards.choices import Channel, Method
from tests.standards.factories import load_edition_2016 as load_edition_2016  # for the tests of audits

LONG_AGO = datetime.date(2020, 1, 1)
PASSWORD = "zielony rower pod mostem"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"konto{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    first_name = "Halina"
    last_name = factory.Sequence(lambda n: f"Zaręba{n}")

    @factory.post_generation
    def password(self: Any, create: bool, extracted: str | None, **kwargs: Any) -> None:
        self.set_password(extracted or PASSWORD)
        if create:
            self.save(update_fields=["password"])
            if self.is_superuser:
                second_factor(self)


def code_of_the_app() -> str:
    """What the application on the telephone shows now, to everybody whose factor is `second_factor`'s."""
    return format_hotp_value(hotp_value(TOTP_SECRET, next(iter(yield_hotp_counters_from_time()))))


def second_factor(user: User) -> Authenticator:
    """An application for codes, as whoever must have a second factor has one."""
    secret = FactorAdapter().encrypt(TOTP_SECRET)
    found, _made = Authenticator.objects.get_or_create(
        user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": secret}}
    )
    RecoveryCodes.activate(user)
    return found


def passkey(user: User, name: str = "laptop") -> Authenticator:
    """A key as a browser registers it; the device that could use it is nowhere."""
    key_pair = ec.generate_private_key(ec.SECP256R1())
    credential = AttestedCredentialData.create(
        Aaguid.NONE, uuid.uuid4().bytes, ES256.from_cryptography_key(key_pair.public_key())
    )
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    seen = AuthenticatorData.create(hashlib.sha256(b"testserver").digest(), flags, 0, bytes(credential))
    client_data = CollectedClientData.create("webauthn.create", b"challenge", "https://testserver")
    registered = RegistrationResponse(
        raw_id=credential.credential_id,
        response=AuthenticatorAttestationResponse(
            client_data=client_data, attestation_object=AttestationObject.create("none", seen, {})
        ),
    )
    data = {"name": name, "credential": json.loads(json.dumps(dict(registered)))}
    return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data)


class DepartmentFactory(factory.django.DjangoModelFactory):
    """A department with its place in the tree; without a parent it is the top of an office of its own."""

    class Meta:
        model = Department

    code = factory.Sequence(lambda n: f"KOM-{n}")
    name = factory.Sequence(lambda n: f"Wydział Próbny {n}")
    parent = None
    since = LONG_AGO

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Department:
        return add_department(**kwargs)


class EmployeeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Employee
        skip_postgeneration_save = True

    number = factory.Sequence(lambda n: f"P{n:05d}")
    first_name = "Bożena"
    last_name = factory.Sequence(lambda n: f"Łącka{n}")

    @factory.post_generation
    def told(self: Any, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        """Told of the audits long ago, unless `told=False`."""
        if create and extracted is not False:
            Told.objects.create(
                notice=notice(),
                employee=self,
                told_on=LONG_AGO,
                counts_from=LONG_AGO,
                how="lista z podpisami",
                recorded_at=timezone.now(),
            )


class EmploymentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Employment

    employee = factory.SubFactory(EmployeeFactory)
    department = factory.SubFactory(DepartmentFactory)
    position = "inspektor"
    since = LONG_AGO


class AppointmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Appointment
        skip_postgeneration_save = True

    user = factory.SubFactory(UserFactory)
    role = Role.AUDITOR
    department = factory.SubFactory(DepartmentFactory)
    since = LONG_AGO
    # Confirmed, and so it holds from its first day; `proposed` makes one that waits.
    confirmation = Confirmation.WITH_OFFICE
    confirmed_at = factory.LazyAttribute(lambda held: min(day_start(held.since), timezone.now()))

    @factory.post_generation
    def factor(self: Any, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        if create and extracted is not False and self.role in ROLES_WITH_SECOND_FACTOR:
            second_factor(self.user)


def proposed(role: str, department: Department, by: User, **fields: Any) -> Appointment:
    """What an administrator granted, and nobody has confirmed yet."""
    granted = {"since": timezone.localdate(), "granted_by": by, "granted_at": timezone.now()} | fields
    waits = {"confirmation": Confirmation.SECOND, "confirmed_at": None}
    return AppointmentFactory(role=role, department=department, **(waits | granted))


def appointed(role: str, department: Department, **user: Any) -> User:
    """An account that holds the role over the department and all below it."""
    return AppointmentFactory(user=UserFactory(**user), role=role, department=department).user


def employed(department: Department, **employee: Any) -> Employee:
    """Somebody who has long worked in the department."""
    return EmploymentFactory(employee=EmployeeFactory(**employee), department=department).employee


def opened_audit(auditor: User, department: Department, **fields: Any) -> Audit:
    """A draft opened as the portal opens it: by default a shopper's core at the counter, an hour ago."""
    values: dict[str, Any] = {
        "uuid": uuid.uuid4(),
        "method": Method.MYSTERY,
        "channel": Channel.COUNTER,
        "employee": None,
        "desk": "stanowisko 4",
        "took_place_at": timezone.now() - datetime.timedelta(hours=1),
        "waiting_minutes": 6,
        "scenario": "",
        "no_conflict": True,
        "selection": Selection.CORE,
    }
    return open_audit(auditor=auditor, department=department, **(values | fields))


def assigned(shopper: User, department: Department, by: User | None = None, **fields: Any) -> Assignment:
    """A visit on which HR sent the shopper: by default to the counter, from yesterday on, to judge the core."""
    today = timezone.localdate()
    values: dict[str, Any] = {
        "uuid": uuid.uuid4(),
        "channel": Channel.COUNTER,
        "first_day": today - datetime.timedelta(days=1),
        "last_day": today + datetime.timedelta(days=7),
        "selection": Selection.CORE,
        "scenario": "Zapytaj o wymianę dowodu osobistego.",
    }
    by = by or appointed(Role.HR, department)
    return assign_visits(by=by, shopper=shopper, department=department, **(values | fields))[0]


def opened_assigned(assignment: Assignment, **fields: Any) -> Audit:
    """A shopper's draft opened as the portal opens it: an hour ago they saw a desk."""
    values: dict[str, Any] = {
        "uuid": uuid.uuid4(),
        "took_place_at": timezone.now() - datetime.timedelta(hours=1),
        "as_named": "stanowisko 4",
        "waiting_minutes": 6,
        "no_conflict": True,
    }
    return open_assigned(assignment=assignment, by=assignment.shopper, **(values | fields))


USUAL_NOTICE = {"audience": Audience.STAFF, "title": "Zawiadomienie o audytach"}


def notice(**fields: Any) -> Notice:
    """The general notice to the staff, given long ago."""
    values: dict[str, Any] = {
        "text": "W urzędzie prowadzi się audyty standardów obsługi.",
        "given_on": LONG_AGO - datetime.timedelta(days=14),
        "takes_effect_on": LONG_AGO,
        "recorded_at": timezone.now(),
    }
    key = {name: fields.pop(name, usual) for name, usual in USUAL_NOTICE.items()}
    return Notice.objects.get_or_create(**key, defaults=values | fields)[0]


def purpose(code: str = "nadzor", label: str = "nadzór nad jakością obsługi", **fields: Any) -> Purpose:
    """The register's entry of that code: shipped, or made anew where a test emptied the database before."""
    return Purpose.objects.update_or_create(code=code, defaults={"label": label, "is_active": True} | fields)[0]


def with_purpose(client: Client) -> Client:
    """HR's browser, once they have said for which purpose they read whatever follows."""
    assert client.post(reverse("audits:purpose"), {"purpose": purpose().pk}).status_code == 302
    return client
