"""The store, the questions asked of it, the charts, the pages and the command line."""
