"""The query language, shared by the search and by themes: what is typed, as a tree, and the forms its words may have.

مناورات إيران            both words, each in any of its forms (و, ال, ب …, مناورة for مناورات)
"أمن الملاحة"             these words in this order, as written; مناور* any word that begins so
a OR b, NOT c, -c, ( )   also «أو»; AND (و) is what stands between two words anyway
a NEAR/5 b, "a b"~5      no more than five words apart
country:إيران title:قمة source: person: org: place: theme: language: date:2021-08..2021-12 event:2022
"""
