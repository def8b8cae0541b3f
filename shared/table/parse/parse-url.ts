// Recognises web and mail addresses.

const email = /^(?:mailto:)?[\p{L}\d._%+'&/=!#$*?^{|}~-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}$/u
const url =
  /^(?:(?:https?|ftps?|sftp|s3):\/\/[^\s/?#]+|https?:\/\/\/?\S+|www\d?\.[^\s/?#]+\.[^\s/?#]+|(?:mailto|tel):\S+)(?:[/?#]\S*)?$/i
// Top-level domains that are no common file extension.
const domain =
  /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+(?:com|org|net|edu|gov|mil|int|info|biz|io|co|ai|app|dev|me|tv|us|uk|de|fr|it|es|nl|be|ch|at|eu|ru|ua|cz|sk|hu|ro|bg|gr|tr|il|ir|in|pk|bd|lk|cn|jp|kr|tw|hk|sg|my|th|vn|id|ph|au|nz|ca|mx|br|ar|cl|pe|ve|uy|za|ng|ke|eg|ma|dz|tn|sa|ae|qa|kw|jo|lb|se|no|dk|fi|is|ie|pt|lu|lt|lv|ee|si|hr|рф|xyz|online|site|shop|store|blog|club|tech|cloud|news|museum|travel|mobi|asia|cat|ly|gl|gg|fm|to|la|st|ws|gd|goo)(?::\d+)?(?:[/?#]\S*)?$/iu

/** Whether the text is one mail address. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && email.test(text)
}

/** Whether the text is one web address with its scheme, or one that begins with www. */
export function isUrl(text: string): boolean {
  return text.length <= 4000 && url.test(text)
}

/** Whether the text is a web address without a scheme: `example.com/path`. */
export function isDomain(text: string): boolean {
  return text.length <= 2000 && text.length > 3 && domain.test(text)
}

// //host/path, git://host/x: addresses among addresses, text among text.
const loose = /^(?:\/\/[^\s/?#]+\.\p{L}{2,}(?:[/?#]\S*)?|(?:git|ssh|wss?|file|rtsp|gs|hdfs):\/\/\S+)$/iu
const wrapped = /^(?:\[(.*)\]|<(.*)>|\((.*)\)|"(.*)"|'(.*)')$/

/** Whether the text is a web address as columns of addresses may hold it: without a scheme, or in brackets. */
export function isLooseUrl(text: string): boolean {
  if (isDomain(text) || (text.length <= 2000 && loose.test(text))) return true
  const inside = text.length <= 2000 ? wrapped.exec(text)?.slice(1).find(Boolean) : undefined
  return inside !== undefined && (isUrl(inside) || loose.test(inside))
}
