// Tiny pieces of Markdown: code spans, emphasis, links and breaks, none of which is a table.
import { type Negative, sheet } from './negatives.ts'

export const markdownInlines: Negative[] = sheet(String.raw`
%% code spans
‵one‵
%%
‵‵ one ‵ two ‵‵
%%
‵ ‵‵ ‵
%%
‵  ‵‵  ‵
%%
‵ a‵
%%
‵‵
one
two  
three
‵‵
%%
‵one   two␣
three‵
%%
‵one\‵two‵
%%
*one‵*‵
%%
[not a ‵link](/one‵)
%%
‵<a href="‵">‵
%%
<https://one.two.‵three>‵
%%
‵‵‵one‵‵
%%
‵one‵‵two‵‵
%%
‵a|b‵ and ‵c|d‵
%%
‵a,b,c‵
‵d,e,f‵
%% emphasis
*one two*
%%
a * one two*
%%
a*"one"*
%%
* a *
%%
*$*alpha.

*£*beta.

*€*gamma.
%%
one*two*
%%
5*6*78
%%
_one two_
%%
_ one two_
%%
a_"one"_
%%
one_two_
%%
5_6_78
%%
пристаням_стремятся_
%%
aa_"bb"_cc
%%
one-_(two)_
%%
_one*
%%
*one two *
%%
*one two
*
%%
*(*one)
%%
*(*one*)*
%%
_one_two_three_
%%
**one two**
%%
** one two**
%%
one**two**
%%
__one, __two__, three__
%%
**one "*two*" one**
%%
***one** two*
%%
*one**two**three*
%%
one***two***three
%%
one******two*********three
%%
*one [two](/url)*
%%
** is no emphasis
%%
**** is no strong emphasis
%%
one ***
one *\**
one *_*
one *****
one **\***
%%
**one*
*one**
***one**
****one*
%%
*one _two* three_
%%
*[two*](/url)
%%
*<img src="one" title="*"/>
%%
~~gone~~ but not ~gone~
%% links
[link](/uri "title")
%%
[link](/uri)
%%
[](./there.md)
%%
[link]()
%%
[link](<>)
%%
[link](/my uri)
%%
[link](one
two)
%%
[link](\(one\))
%%
[link](one(and(two)))
%%
[link](#part)

[link](https://example.com#part)

[link](https://example.com?one=3#part)
%%
[link](one%20b&auml;)
%%
[link](/url "title")
[link](/url 'title')
[link](/url (title))
%%
[link [one [two]]](/uri)
%%
[link ]one](/uri)
%%
[![moon](moon.jpg)](/uri)
%%
[one [two](/uri)](/uri)
%%
[one][TwO]

[two]: /url "title"
%%
[one] [two]

[two]: /url "title"
%%
[one][two][three]

[three]: /url
%%
![one](/url "title")
%%
![one *two*]

[one *two*]: train.jpg "train & tracks"
%%
My ![one two](/path/to/train.jpg  "title"   )
%%
<https://one.two.three>
%%
<MAILTO:ONE@TWO.EXAMPLE>
%%
<one@two.example.com>
%%
< https://one.two >
%%
<m:abc>
%%
https://example.com
https://example.org
https://example.net
%% raw html
<a><b1><c2c>
%%
<a/><b1/>
%%
<a  /><b1
data="one" >
%%
<a one="two" tri = 'four <em>"</em>'
_boolean zoop:33=zoop:33 />
%%
One <made-up one="two"/>
%%
<33> <__>
%%
<a h*#ref="hi">
%%
< a><
one><two/ >
<three bim!bop />
%%
</a></one >
%%
one <!-- this is a --
comment - with hyphens -->
%%
one <?php echo $a; ?>
%%
one <!ELEMENT br EMPTY>
%%
one <![CDATA[>&<]]>
%% line breaks
one  
two
%%
one\
two
%%
one       
two
%%
one  
     two
%%
‵code  
span‵
%%
one
two
%%
one␣
 two
%%
### one\
%% textual content
hello $.;'there
%%
One χρῆν two
%%
Many     spaces
%%
one, two; three: four | five
%%
"one", "two", "three"
%%
(one; two; three)
%%
a = b, c = d, e = f
`)
