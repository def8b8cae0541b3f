// Tiny pieces of Markdown: code fences and HTML blocks, none of which is a table.
import { type Negative, sheet } from './negatives.ts'

export const markdownContainers: Negative[] = sheet(`
%% fenced code
‵‵‵
<
 >
‵‵‵
%%
~~~
<
 >
~~~
%%
‵‵
word
‵‵
%%
‵‵‵
abc
~~~
‵‵‵
%%
~~~
abc
‵‵‵
~~~
%%
‵‵‵‵
abc
‵‵‵
‵‵‵‵‵‵
%%
‵‵‵
%%
‵‵‵‵‵

‵‵‵
abc
%%
> ‵‵‵
> abc

def
%%
‵‵‵

  
‵‵‵
%%
‵‵‵
‵‵‵
%%
 ‵‵‵
 abc
abc
‵‵‵
%%
  ‵‵‵
abc
  abc
abc
  ‵‵‵
%%
   ‵‵‵
   abc
    abc
  abc
   ‵‵‵
%%
    ‵‵‵
    abc
    ‵‵‵
%%
‵‵‵
abc
  ‵‵‵
%%
   ‵‵‵
abc
  ‵‵‵
%%
‵‵‵ ‵‵‵
abc
%%
~~~~~~
abc
~~~ ~~
%%
one
‵‵‵
two
‵‵‵
three
%%
one
---
~~~
two
~~~
# three
%%
‵‵‵ruby
def one(x)
  return 3
end
‵‵‵
%%
~~~~    ruby startline=3 $%@#$
def one(x)
  return 3
end
~~~~~~~
%%
‵‵‵‵;
‵‵‵‵
%%
‵‵‵ aa ‵‵‵
one
%%
~~~ aa ‵‵‵ ~~~
one
~~~
%%
‵‵‵
‵‵‵ abc
‵‵‵
%% html blocks
<table><tr><td>
<pre>
**Bye**,

_moon_.
</pre>
</td></tr></table>
%%
<table>
  <tr>
    <td>
           hello
    </td>
  </tr>
</table>

fine.
%%
<table>

<tr>

<td>
Hello
</td>

</tr>

</table>
%%
<table>

  <tr>

    <td>
      Hello
    </td>

  </tr>

</table>
%%
 <div>
  *hey*
         <one><a>
%%
</div>
*one*
%%
<DIV CLASS="one">

*Words*

</DIV>
%%
<div id="one"
  class="two">
</div>
%%
<div id="one" class="two
  three">
</div>
%%
<div>
*one*

*two*
%%
<div id="one"
*hey*
%%
<div class
one
%%
<div *???-&&&-<---
*one*
%%
<div><a href="two">*one*</a></div>
%%
<table><tr><td>
one
</td></tr></table>
%%
<div></div>
‵‵‵ c
int x = 33;
‵‵‵
%%
<a href="one">
*two*
</a>
%%
<Made>
*two*
</Made>
%%
<i class="one">
*two*
</i>
%%
</ins>
*two*
%%
<del>
*one*
</del>
%%
<del>*one*</del>
%%
<pre language="haskell"><code>
import Text.Thing

main :: IO ()
main = print $ parse tags
</code></pre>
okay
%%
<script type="text/javascript">
// An example

document.getElementById("x").innerHTML = "Hi";
</script>
okay
%%
<textarea>

*one*

_two_

</textarea>
%%
<style
  type="text/css">
h1 {color:red;}

p {color:blue;}
</style>
okay
%%
<style
  type="text/css">

one
%%
> <div>
> one

two
%%
- <div>
- one
%%
<style>p{color:red;}</style>
*one*
%%
<!-- one -->*two*
*three*
%%
<script>
one
</script>1. *two*
%%
<!-- One

two
   three -->
okay
%%
<?php

  echo '>';

?>
okay
%%
<!DOCTYPE html>
%%
<![CDATA[
function f(a,b)
{
  if (a < b && a < 0) then {
    return 1;

  } else {

    return 0;
  }
}
]]>
okay
%%
  <!-- one -->

    <!-- one -->
%%
  <div>

    <div>
%%
One
<div>
two
</div>
%%
<div>
two
</div>
*one*
%%
One
<a href="two">
three
%%
<div>

*Strong* words.

</div>
%%
<ul><li>one</li><li>two</li></ul>
%%
<dl>
  <dt>one</dt>
  <dd>two</dd>
</dl>
%%
<p>Line one,<br>line two,<br>line three</p>
`)
