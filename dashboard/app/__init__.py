"""The pages: a router, one short script a page, and the components that they share."""
