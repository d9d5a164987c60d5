"""Languages and wording: what pages and paper say, in the right language and person."""
