"""The words to translate: collected from content and pages, kept in a tree of .po files, compiled for the site."""
