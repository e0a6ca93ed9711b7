"""Who is who: which printed names mean one person, body or post, and why.

`circles` divides a collection into the papers of one organisation each; `mentions` gathers what its statements name and
how; `people`, `bodies` and `posts` propose to join names, each with reasons for and against; `joining` weighs the
proposals and makes clusters of names; `settling` joins and parts clusters across circles and as the ledger decides.
"""
