"""What addresses of the standards are about."""

from standards.models import Edition
from tests.matrix.places import NO_KEY, Place, Target
from tests.standards.factories import recommendation_of


class Texts:
    published: Edition
    unpublished: Edition

    def _edition(self) -> Place:
        return Place(Target((self.published.code,)), missing=Target(("nie-ma",)))

    def _unpublished(self) -> Place:
        return Place(Target((self.unpublished.code,)), missing=Target(("nie-ma",)))

    def _comparison(self) -> Place:
        return self._against_itself(self.published)

    def _unpublished_comparison(self) -> Place:
        return self._against_itself(self.unpublished)

    def _against_itself(self, edition: Edition) -> Place:
        # There is little to typeset.
        query = {"only": "changed"}
        return Place(Target((edition.code, edition.code), query=query), missing=Target(("nie-ma",) * 2, query=query))

    def _comparison_with_unpublished(self) -> Place:
        return Place(
            Target((self.published.code, self.unpublished.code)), missing=Target((self.published.code, "nie-ma"))
        )

    def _standard(self) -> Place:
        return Place(Target((self.published.code, "17")), missing=Target((self.published.code, "999")))

    def _unpublished_standard(self) -> Place:
        return Place(Target((self.unpublished.code, "2")), missing=Target(("nie-ma", "2")))

    def _recommendation(self) -> Place:
        return Place(Target((self.published.code, "17", "10")), missing=Target((self.published.code, "17", "999")))

    def _unpublished_recommendation(self) -> Place:
        return Place(Target((self.unpublished.code, "2", "1")), missing=Target(("nie-ma", "2", "1")))

    def _a_row_of_draft(self) -> Place:
        row = recommendation_of(self.unpublished, "2.1")
        return Place(Target((row.standard_id, row.pk)), missing=Target((row.standard_id, NO_KEY)))
