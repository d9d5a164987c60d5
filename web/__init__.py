"""How we talk: pages, forms, cookie, languages, paper."""
