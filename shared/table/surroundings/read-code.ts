// Tells lines of program text from lines of data.

const words =
  /^(?:import|export|from|const|let|var|return|if|else|for|while|def|class|function|public|private|static|await|async|new|type|interface|package|using|#include|SELECT|INSERT|UPDATE|CREATE)\b(?=.*[({=;'"*])/
const marks = /^<!--|-->$|[{;]$|^[})\]]|=>|^\s*(?:\/\/|\/\*)|\s\/\/\s|\w\([^()]*\)\s*[;{]?$|\|\||&&|[=!]==?\s/
// A shell command that feeds another.
const pipeline =
  /^\s*(?:[$#%]\s+)?(?:sudo\s+)?(?:cat|grep|egrep|zgrep|sort|uniq|awk|sed|ls|ps|echo|printf|find|head|tail|cut|wc|xargs|tr|curl|wget|jq|tee|diff|history|kubectl|docker|git|journalctl|dmesg|df|du|tar|gzip|zcat)\b[^|]*\|\s*\w/
const members = /^["']?[\w$-]+["']?\s*:\s.+,$|^["'][\w $-]+["']\s*:/

/** Whether a line reads like program text: statements, comments, calls, members of an object. */
export function isCode(line: string): boolean {
  const text = line.slice(0, 300).trim()
  return words.test(text) || marks.test(text) || members.test(text) || pipeline.test(text)
}

/** Whether a line is a member of an object: `"name": …`. */
export function isMember(line: string): boolean {
  return members.test(line.slice(0, 300).trim())
}
