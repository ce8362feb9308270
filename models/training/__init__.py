"""How the classifier is made: needs PyTorch (extra `train`); nothing outside this package imports it at start-up."""
