"""Art. 2(a) to (g), use of terms: systems, data, service providers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given, none_of
from uncc.kernel.immutable import fixed
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_1 import SubstanceOrSubscriber

__all__ = [
    "DataCategory",
    "DataInQuestion",
    "Device",
    "Entity",
    "classify",
    "is_content_data",
    "is_electronic_data",
    "is_ict_system",
    "is_other_electronic_data",
    "is_personal_data",
    "is_service_provider",
    "is_subscriber_information",
    "is_traffic_data",
]


@frozen(kw_only=True)
class Device(Facts, asked_of=Role.CASE_HOLDER):
    """A device, or a group of them."""

    is_device_or_group: Fact = fact("it is a device, or a group of devices that are connected or related", art(2, "a"))
    follows_program: Fact = fact("one or more of the devices follow a program", art(2, "a"))
    gathers: Fact = fact("they gather electronic data by it", art(2, "a"))
    stores: Fact = fact("they store electronic data by it", art(2, "a"))
    processes: Fact = fact("they process electronic data automatically by it", art(2, "a"))


D = fields(Device)


def is_ict_system(device: Device) -> Finding:
    """Whether a device or group of devices is an information and communications technology system.

    Gathering, storing and automatic processing are all needed.

    Source: Art. 2(a).

    >>> is_ict_system(Device(processes=False)).truth.name
    'NO'
    """
    return all_of(
        "it is an information and communications technology system",
        art(2, "a"),
        given(device, D.is_device_or_group),
        given(device, D.follows_program),
        given(device, D.gathers),
        given(device, D.stores),
        given(device, D.processes),
    )


@frozen(kw_only=True)
class Entity(Facts, asked_of=Role.SERVICE_PROVIDER):
    """A public or private entity; which of the two it is does not matter."""

    lets_users_communicate: Fact = fact(
        "it gives users of its service the ability to communicate by means of a system", art(2, "e", "i")
    )
    handles_data_for_service: Fact = fact(
        "it processes or stores electronic data for such a communications service or for the users of one",
        art(2, "e", "ii"),
    )


E = fields(Entity)


def is_service_provider(entity: Entity) -> Finding:
    """Whether an entity, public or private, is a service provider; either limb is enough.

    Source: Art. 2(e), Art. 2(e)(i), Art. 2(e)(ii).

    >>> is_service_provider(Entity(handles_data_for_service=True)).truth.name
    'YES'
    """
    return any_of(
        "the entity is a service provider",
        art(2, "e"),
        given(entity, E.lets_users_communicate),
        given(entity, E.handles_data_for_service),
    )


@frozen(kw_only=True)
class DataInQuestion(Facts, asked_of=Role.CASE_HOLDER):
    """Data, or information, whose kind is in question."""

    represents_information: Fact = fact("it represents facts, information or concepts", art(2, "b"))
    suits_processing: Fact = fact("its form suits processing in a system", art(2, "b"))
    is_program: Fact = fact("it is a program that can make a system perform a function", art(2, "b"))
    relates_to_communication: Fact = fact("it relates to a communication by means of a system", art(2, "c"))
    generated_in_chain: Fact = fact(
        "a system that was part of the chain of that communication generated it", art(2, "c")
    )
    indicates_course: Fact = fact(
        "it indicates the communication's origin, destination, route, time, date, size, duration or kind of service",
        art(2, "c"),
    )
    relates_to_substance: Fact = fact("it relates to the substance of the data that a system transfers", art(2, "d"))
    held_by_provider: Fact = fact("a service provider holds it", art(2, "f"), asked_of=Role.SERVICE_PROVIDER)
    relates_to_subscribers: Fact = fact(
        "it relates to subscribers of that provider's services", art(2, "f"), asked_of=Role.SERVICE_PROVIDER
    )
    shows_service: Fact = fact(
        "the kind of communications service, its technical provisions or its period can be learnt from it",
        art(2, "f", "i"),
        asked_of=Role.SERVICE_PROVIDER,
    )
    shows_subscriber: Fact = fact(
        "the subscriber's identity, address, number, billing or payment information, as the service agreement has "
        "them, can be learnt from it",
        art(2, "f", "ii"),
        asked_of=Role.SERVICE_PROVIDER,
    )
    shows_installation: Fact = fact(
        "where communications equipment is installed, as the service agreement has it, can be learnt from it",
        art(2, "f", "iii"),
        asked_of=Role.SERVICE_PROVIDER,
    )
    relates_to_person: Fact = fact("it relates to a natural person", art(2, "g"))
    person_identifiable: Fact = fact("that person is identified or can be identified", art(2, "g"))


Q = fields(DataInQuestion)


def is_electronic_data(data: DataInQuestion) -> Finding:
    """Whether something is electronic data: a representation suited to processing, or a program.

    Source: Art. 2(b).

    >>> is_electronic_data(DataInQuestion(is_program=True)).truth.name
    'YES'
    """
    return any_of(
        "it is electronic data",
        art(2, "b"),
        all_of(
            "it represents information in a form that suits processing",
            art(2, "b"),
            given(data, Q.represents_information),
            given(data, Q.suits_processing),
        ),
        given(data, Q.is_program),
    )


def _marks_of_traffic_data(data: DataInQuestion) -> Finding:
    return all_of(
        "it bears the marks of traffic data",
        art(2, "c"),
        given(data, Q.relates_to_communication),
        given(data, Q.generated_in_chain),
        given(data, Q.indicates_course),
    )


def is_traffic_data(data: DataInQuestion) -> Finding:
    """Whether something is traffic data: electronic data with all the marks that the definition names.

    Source: Art. 2(c).

    >>> is_traffic_data(DataInQuestion(generated_in_chain=False)).truth.name
    'NO'
    """
    return all_of("it is traffic data", art(2, "c"), is_electronic_data(data), _marks_of_traffic_data(data))


def _marks_of_subscriber_information(data: DataInQuestion) -> Finding:
    return all_of(
        "it bears the marks of subscriber information",
        art(2, "f"),
        given(data, Q.held_by_provider),
        given(data, Q.relates_to_subscribers),
        any_of(
            "one of the three kinds of information can be learnt from it",
            art(2, "f"),
            given(data, Q.shows_service),
            given(data, Q.shows_subscriber),
            given(data, Q.shows_installation),
        ),
    )


def is_content_data(data: DataInQuestion) -> Finding:
    """Whether something is content data: on the substance, and neither traffic data nor subscriber information.

    What bears the marks of content and of subscriber information at once is a reading, on which none is adopted.

    Source: Art. 2(d).

    >>> is_content_data(DataInQuestion(relates_to_substance=False)).truth.name
    'NO'
    """
    return all_of(
        "it is content data",
        art(2, "d"),
        is_electronic_data(data),
        given(data, Q.relates_to_substance),
        ~_marks_of_traffic_data(data),
        by_reading(
            "it is not subscriber information",
            SubstanceOrSubscriber,
            {
                SubstanceOrSubscriber.CONTENT: by_text(True, "the substance makes it content data", art(2, "d")),
                SubstanceOrSubscriber.SUBSCRIBER: ~_marks_of_subscriber_information(data),
            },
        ),
    )


def is_subscriber_information(data: DataInQuestion) -> Finding:
    """Whether information is subscriber information: held by a provider, and neither traffic nor content data.

    It need not be electronic.

    Source: Art. 2(f), Art. 2(f)(i), Art. 2(f)(ii), Art. 2(f)(iii).

    >>> is_subscriber_information(DataInQuestion(held_by_provider=False)).truth.name
    'NO'
    """
    return all_of(
        "it is subscriber information",
        art(2, "f"),
        _marks_of_subscriber_information(data),
        ~all_of(
            "it is traffic data or content data",
            (art(2, "c"), art(2, "d")),
            is_electronic_data(data),
            any_of(
                "it bears the marks of traffic data or of content data",
                (art(2, "c"), art(2, "d")),
                _marks_of_traffic_data(data),
                by_reading(
                    "the substance makes it content data",
                    SubstanceOrSubscriber,
                    {
                        SubstanceOrSubscriber.CONTENT: given(data, Q.relates_to_substance),
                        SubstanceOrSubscriber.SUBSCRIBER: by_text(
                            False, "the substance makes it content data", art(2, "f")
                        ),
                    },
                ),
            ),
        ),
    )


def is_other_electronic_data(data: DataInQuestion) -> Finding:
    """Whether electronic data are of none of the three kinds that the Convention names.

    Source: Art. 2(b), Art. 2(c), Art. 2(d), Art. 2(f).

    >>> is_other_electronic_data(DataInQuestion(relates_to_substance=True)).truth.name
    'NO'
    """
    return all_of(
        "it is electronic data of another kind",
        art(2, "b"),
        is_electronic_data(data),
        none_of(
            "it bears the marks of none of the kinds that are named",
            (art(2, "c"), art(2, "d"), art(2, "f")),
            _marks_of_traffic_data(data),
            given(data, Q.relates_to_substance),
            _marks_of_subscriber_information(data),
        ),
    )


class DataCategory(Enum):
    """A category of data. The value is its stable name in JSON."""

    SUBSCRIBER_INFORMATION = "subscriber-information"
    TRAFFIC_DATA = "traffic-data"
    CONTENT_DATA = "content-data"
    OTHER = "other-electronic-data"

    @property
    def words(self) -> str:
        """The category as it stands in a sentence.

        >>> DataCategory.TRAFFIC_DATA.words
        'traffic data'
        """
        return self.value.replace("-", " ")


def classify(data: DataInQuestion) -> Mapping[DataCategory, Finding]:
    """Of which category are data, as far as is known? At most one answer is YES.

    Source: Art. 2(b), Art. 2(c), Art. 2(d), Art. 2(f).

    >>> data = DataInQuestion(is_program=True, relates_to_communication=False, relates_to_substance=False,
    ...     held_by_provider=False)
    >>> [category.value for category, finding in classify(data).items() if finding.is_yes]
    ['other-electronic-data']
    """
    return fixed(
        {
            DataCategory.SUBSCRIBER_INFORMATION: is_subscriber_information(data),
            DataCategory.TRAFFIC_DATA: is_traffic_data(data),
            DataCategory.CONTENT_DATA: is_content_data(data),
            DataCategory.OTHER: is_other_electronic_data(data),
        }
    )


def is_personal_data(data: DataInQuestion) -> Finding:
    """Whether information is personal data.

    Source: Art. 2(g).

    >>> is_personal_data(DataInQuestion(relates_to_person=True, person_identifiable=True)).truth.name
    'YES'
    """
    return all_of(
        "it is personal data",
        art(2, "g"),
        given(data, Q.relates_to_person),
        given(data, Q.person_identifiable),
    )


checked(__name__)
