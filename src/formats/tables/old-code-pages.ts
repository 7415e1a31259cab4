/** Code pages 437 and 850 of MS-DOS, which the platform's decoder does not know and old databases are written in. */
const upper: Readonly<Record<'cp437' | 'cp850', string>> = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
}
export type CodePage = keyof typeof upper | 'windows-1252'

export function decodeOld(bytes: Uint8Array, page: CodePage): string {
  if (page === 'windows-1252') return new TextDecoder('windows-1252').decode(bytes)
  const signs = upper[page]
  let text = ''
  for (const byte of bytes) text += byte < 128 ? String.fromCodePoint(byte) : signs.charAt(byte - 128)
  return text
}
