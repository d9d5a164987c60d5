"""The shapes of the content: one frozen struct per thing, French keys mapped to English names.

A struct says what a content file may hold. Texts are French source texts, never translated here.
"""
