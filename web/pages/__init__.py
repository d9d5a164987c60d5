"""The pages: blueprints and their forms."""
