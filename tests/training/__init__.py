"""How the weights of `data/attachment.yml` are made: our own articles, labels of acts and parties, and a regression."""
