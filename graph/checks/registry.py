"""The checks, in the order in which they are run and told.

Invariant: a check's identifier never changes once it has been given out, for decisions of ledgers name it through what
it found.
"""

from __future__ import annotations

from . import bodies, dates, frequencies, gaps, lines, listings, meetings, posts, standing
from .finding import Rule

RULES: tuple[Rule, ...] = (
    Rule("present-and-absent", "present and absent", "contradiction", "error", "Nobody can be at a meeting and have sent apologies for it. One of the two entries of its record is wrong.", meetings.present_and_absent),
    Rule("two-chairs", "two chairs at once", "contradiction", "error", "A body has one chair at a time. Two people are put in the chair of one meeting, or of one body at one time.", meetings.two_chairs),
    Rule("two-frequencies", "two frequencies", "contradiction", "error", "A body meets, or a report is made, at one interval at a time. Papers valid at one time give two.", frequencies.two_frequencies),
    Rule("two-dates", "two dates for one thing", "contradiction", "error", "A thing happens, begins or ends once. Papers give days that cannot be the same.", dates.two_dates),
    Rule("two-forms", "two forms of a post", "contradiction", "error", "A post is held in one form at a time: as interim, acting, or in one's own right. Papers of one day give two.", posts.two_forms),
    Rule("reporting-cycle", "cycle in reporting", "contradiction", "error", "Lines of reporting lead upward and end. Lines that hold at one time lead back to where they began.", lines.cycles),
    Rule("one-reference", "two posts under one reference", "contradiction", "error", "A reference means one post. A table lists two posts under it.", listings.one_reference),
    Rule("term-beyond-mandate", "term beyond its instrument", "contradiction", "error", "A body set up under directions is given a term that runs on after they end.", standing.terms_beyond),
    Rule("lapsed-but-relied-on", "lapsed instrument relied on", "gap", "warning", "A paper lays a duty on somebody under a direction that had ended by the paper's day.", standing.relied_on_after),
    Rule("outlives-mandate", "body outlives its mandate", "gap", "warning", "A body met after the directions it was set up under, and its own term, had ended.", standing.outlives),
    Rule("deadline-passed", "deadline passed without a sign", "gap", "warning", "A duty's day has passed and no paper in the store shows it done. It may have been: the papers do not say.", gaps.deadline_passed),
    Rule("no-bearer", "duty without bearer", "gap", "warning", "Something must be done, and the paper does not say by whom.", gaps.without_bearer),
    Rule("no-mandate", "action without mandate", "gap", "note", "No direction, resolution, terms of reference or Act in the store mandates this, as stated or as far as can be inferred.", gaps.without_mandate),
    Rule("no-deadline", "duty without deadline", "gap", "note", "Something is to be delivered, and no paper says by when or how often.", gaps.without_deadline),
    Rule("unknown-superior", "superior not listed", "gap", "warning", "A table has a post report to a reference that no table of its organisation and day lists as one post.", listings.unknown_superior),
    Rule("no-reporting-line", "body without reporting line", "gap", "note", "A body has been set up or meets, and no paper says to whom it reports or answers.", bodies.without_line),
    Rule("no-terms", "body without terms of reference", "gap", "note", "A body has been set up or meets, and its terms of reference are not among the papers.", bodies.without_terms),
)  # fmt: skip
"""Every check."""
