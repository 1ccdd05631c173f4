"""The brief: what a view holds, in words, as one web page and as a Word document.

`content` says the numbers of `queries.brief` in the interface's language and cites their sentences (`document`);
`charts` draws; `webpage` and `word` write what they are given and know nothing of where it came from.
"""
