/** Whether this window is the machine of a counter: then nothing that somebody types is kept on it. */
const MARK = 'custodia.kiosk'
export const isKiosk = (): boolean => sessionStorage.getItem(MARK) !== null
export const beKiosk = (): void => sessionStorage.setItem(MARK, '1')
export const beNoKiosk = (): void => sessionStorage.removeItem(MARK)
