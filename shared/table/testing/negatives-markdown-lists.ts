// Tiny pieces of Markdown: list items and lists, none of which is a table.
import { type Negative, sheet } from './negatives.ts'

export const markdownLists: Negative[] = sheet(`
%% list items
A paragraph
of two lines.

    indented

> A quote.
%%
1.  A paragraph
    of two lines.

        indented

    > A quote.
%%
- one

 two
%%
 -    one

     two
%%
   > > 1.  one
>>
>>     two
%%
>>- one
>>
  >  > two
%%
-one

2.two
%%
- one


  two
%%
1.  one

    ‵‵‵
    two
    ‵‵‵

    three

    > four
%%
- One

      two


      three
%%
123456789. ok
%%
1234567890. not ok
%%
0. ok
%%
003. ok
%%
-1. not ok
%%
- one

      two
%%
  10.  one

           two
%%
1.     indented

   words

       more code
%%
-
  one
-
  ‵‵‵
  two
  ‵‵‵
-
      three
%%
-   
  one
%%
-

  one
%%
- one
-
- two
%%
- one
-   
- two
%%
1. one
2.
3. two
%%
*
%%
one
*

one
1.
%%
 1.  A paragraph
     of two
     lines.
%%
  1.  A paragraph
of two lines.

          indented

      > quote
%%
> 1. > Quote
continued here.
%%
- one
  - two
    - three
      - four
%%
- one
 - two
  - three
   - four
%%
10) one
    - two
%%
10) one
   - two
%%
- - one
%%
1. - 2. one
%%
- # One
- Two
  ---
  three
%% lists
- one
- two
+ three
%%
1. one
2. two
3) three
%%
One
- two
- three
%%
There are as many houses as
14.  The doors are more.
%%
There are as many houses as
1.  The doors are more.
%%
- one

- two


- three
%%
- one
  - two
    - three


      four
%%
- one
- two

<!-- -->

- three
- four
%%
- a
 - b
  - c
   - d
  - e
 - f
- g
%%
1. a

  2. b

   3. c
%%
- a
 - b
  - c
   - d
    - e
%%
- a
- b

- c
%%
* a
*

* c
%%
- a
- b

  c
- d
%%
- a
- ‵‵‵
  b


  ‵‵‵
- c
%%
- a
  - b

    c
- d
%%
* a
  > b
  >
* c
%%
- a
%%
- a
  - b
%%
* one
  * two

  three
%%
- a
  - b
  - c

- d
  - e
  - f
%%
- [ ] buy bread
- [x] buy milk
- [ ] call Ann
%%
a. first
b. second
c. third
%%
Term
: definition of it

Other
: another definition
%%
1. one, two, three
2. four, five, six
3. seven, eight, nine
%%
* one; two
* three; four
%%
- **Fast**: it takes no time at all
- **Small**: it fits into every pocket
- **Kind**: it never complains
%%
- one: two
- three: four
`)
