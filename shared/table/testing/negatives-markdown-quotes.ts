// Tiny pieces of Markdown: references and block quotes, none of which is a table.
import { type Negative, sheet } from './negatives.ts'

export const markdownQuotes: Negative[] = sheet(String.raw`
%% link reference definitions
[one]: /url "title"

[one]
%%
   [one]:␣
      /url  
           'the title'  

[one]
%%
[One*two\]]:odd_(url) 'title (with parens)'

[One*two\]]
%%
[One two]:
<my url>
'title'

[One two]
%%
[one]: /url '
title
line1
line2
'

[one]
%%
[one]:
/url

[one]
%%
[one]:

[one]
%%
[one]: <>

[one]
%%
[one]: <two>(three)

[one]
%%
[one]: /url\two\*three "one\"two\three"

[one]
%%
[one]

[one]: first
[one]: second
%%
[ONE]: /url

[One]
%%
[ΑΒΓ]: /φως

[αβγ]
%%
[
one
]: /url
two
%%
[one]: /url "title" okay
%%
[one]: /url
"title" okay
%%
    [one]: /url "title"

[one]
%%
# [One]
[one]: /url
> two
%%
[one]: /url
two
===
[one]
%%
[one]: /one-url "one"
[two]: /two-url
  "two"
[three]: /three-url

[one],
[two],
[three]
%%
[one]

> [one]: /url
%%
[1]: https://example.org/a
[2]: https://example.org/b
[3]: https://example.org/c
%%
[^1]: A note on something.
[^2]: Another note, longer, with commas.
[^3]: The last of the notes.
%%
*[HTML]: Hyper Text Markup Language
*[CSS]: Cascading Style Sheets
%% block quotes
> # One
> two
> three
%%
># One
>two
> three
%%
   > # One
   > two
 > three
%%
    > # One
    > two
    > three
%%
> # One
> two
three
%%
> two
three
> one
%%
> one
---
%%
> - one
- two
%%
>     one
    two
%%
> ‵‵‵
one
‵‵‵
%%
> one
    - two
%%
>
%%
>
>  
> 
%%
>
> one
>  
%%
> one

> two
%%
> one
> two
%%
> one
>
> two
%%
one
> two
%%
> one
***
> two
%%
> > > one
two
%%
>>> one
> two
>>three
%%
>     code

>    not code
`)
