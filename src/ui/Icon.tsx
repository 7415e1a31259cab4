/** The icons of the house by what they mean, so that one thing looks the same on every screen; Tabler outline, stroke 1.75. A new one is copied from the package @tabler/icons into icons/: 6,000 others need not be installed. */
import alertTriangle from './icons/alert-triangle.svg?raw'
import archive from './icons/archive.svg?raw'
import arrowRight from './icons/arrow-right.svg?raw'
import arrowsExchange from './icons/arrows-exchange.svg?raw'
import arrowsSplit from './icons/arrows-split.svg?raw'
import ban from './icons/ban.svg?raw'
import barcode from './icons/barcode.svg?raw'
import bell from './icons/bell.svg?raw'
import book from './icons/book.svg?raw'
import box from './icons/box.svg?raw'
import briefcase from './icons/briefcase.svg?raw'
import building from './icons/building.svg?raw'
import buildingWarehouse from './icons/building-warehouse.svg?raw'
import calendar from './icons/calendar.svg?raw'
import calendarTime from './icons/calendar-time.svg?raw'
import camera from './icons/camera.svg?raw'
import certificate from './icons/certificate.svg?raw'
import chartHistogram from './icons/chart-histogram.svg?raw'
import chartLine from './icons/chart-line.svg?raw'
import check from './icons/check.svg?raw'
import chevronDown from './icons/chevron-down.svg?raw'
import chevronLeft from './icons/chevron-left.svg?raw'
import chevronRight from './icons/chevron-right.svg?raw'
import chevronUp from './icons/chevron-up.svg?raw'
import circleCheck from './icons/circle-check.svg?raw'
import circleDot from './icons/circle-dot.svg?raw'
import clipboardCheck from './icons/clipboard-check.svg?raw'
import clipboardList from './icons/clipboard-list.svg?raw'
import clock from './icons/clock.svg?raw'
import cloudExclamation from './icons/cloud-exclamation.svg?raw'
import cloudOff from './icons/cloud-off.svg?raw'
import coffin from './icons/coffin.svg?raw'
import columns3 from './icons/columns-3.svg?raw'
import command from './icons/command.svg?raw'
import cut from './icons/cut.svg?raw'
import database from './icons/database.svg?raw'
import deviceFloppy from './icons/device-floppy.svg?raw'
import dna from './icons/dna.svg?raw'
import doorEnter from './icons/door-enter.svg?raw'
import doorExit from './icons/door-exit.svg?raw'
import dotsVertical from './icons/dots-vertical.svg?raw'
import download from './icons/download.svg?raw'
import droplet from './icons/droplet.svg?raw'
import exclamationCircle from './icons/exclamation-circle.svg?raw'
import eye from './icons/eye.svg?raw'
import eyeCheck from './icons/eye-check.svg?raw'
import eyeOff from './icons/eye-off.svg?raw'
import fileCertificate from './icons/file-certificate.svg?raw'
import fileCheck from './icons/file-check.svg?raw'
import fileText from './icons/file-text.svg?raw'
import fileX from './icons/file-x.svg?raw'
import files from './icons/files.svg?raw'
import filter from './icons/filter.svg?raw'
import fingerprint from './icons/fingerprint.svg?raw'
import flag from './icons/flag.svg?raw'
import flask from './icons/flask.svg?raw'
import gauge from './icons/gauge.svg?raw'
import gavel from './icons/gavel.svg?raw'
import gitCompare from './icons/git-compare.svg?raw'
import handStop from './icons/hand-stop.svg?raw'
import hash from './icons/hash.svg?raw'
import help from './icons/help.svg?raw'
import history from './icons/history.svg?raw'
import home from './icons/home.svg?raw'
import hourglass from './icons/hourglass.svg?raw'
import inbox from './icons/inbox.svg?raw'
import infoCircle from './icons/info-circle.svg?raw'
import key from './icons/key.svg?raw'
import language from './icons/language.svg?raw'
import layoutBoard from './icons/layout-board.svg?raw'
import link from './icons/link.svg?raw'
import list from './icons/list.svg?raw'
import lock from './icons/lock.svg?raw'
import lockCheck from './icons/lock-check.svg?raw'
import lockOpen from './icons/lock-open.svg?raw'
import logout from './icons/logout.svg?raw'
import map from './icons/map.svg?raw'
import mapPin from './icons/map-pin.svg?raw'
import mapSearch from './icons/map-search.svg?raw'
import menu2 from './icons/menu-2.svg?raw'
import messageCircle from './icons/message-circle.svg?raw'
import messages from './icons/messages.svg?raw'
import microscope from './icons/microscope.svg?raw'
import moon from './icons/moon.svg?raw'
import parcel from './icons/package.svg?raw'
import paperclip from './icons/paperclip.svg?raw'
import pencil from './icons/pencil.svg?raw'
import phone from './icons/phone.svg?raw'
import photo from './icons/photo.svg?raw'
import plugConnected from './icons/plug-connected.svg?raw'
import plus from './icons/plus.svg?raw'
import printer from './icons/printer.svg?raw'
import progress from './icons/progress.svg?raw'
import qrcode from './icons/qrcode.svg?raw'
import refresh from './icons/refresh.svg?raw'
import route from './icons/route.svg?raw'
import ruler2 from './icons/ruler-2.svg?raw'
import scale from './icons/scale.svg?raw'
import scan from './icons/scan.svg?raw'
import search from './icons/search.svg?raw'
import send from './icons/send.svg?raw'
import settings from './icons/settings.svg?raw'
import shieldCheck from './icons/shield-check.svg?raw'
import shieldLock from './icons/shield-lock.svg?raw'
import signature from './icons/signature.svg?raw'
import stack2 from './icons/stack-2.svg?raw'
import stethoscope from './icons/stethoscope.svg?raw'
import sun from './icons/sun.svg?raw'
import table from './icons/table.svg?raw'
import target from './icons/target.svg?raw'
import temperature from './icons/temperature.svg?raw'
import testPipe from './icons/test-pipe.svg?raw'
import tool from './icons/tool.svg?raw'
import trash from './icons/trash.svg?raw'
import truck from './icons/truck.svg?raw'
import unlink from './icons/unlink.svg?raw'
import upload from './icons/upload.svg?raw'
import user from './icons/user.svg?raw'
import users from './icons/users.svg?raw'
import volume from './icons/volume.svg?raw'
import world from './icons/world.svg?raw'
import x from './icons/x.svg?raw'
import zoomIn from './icons/zoom-in.svg?raw'
import zoomOut from './icons/zoom-out.svg?raw'
import zoomQuestion from './icons/zoom-question.svg?raw'
import type { ReactNode } from 'react'

const icons = {
  // acts and things
  add: plus,
  answer: messageCircle,
  archive: archive,
  'arrow-right': arrowRight,
  back: chevronLeft,
  barcode: barcode,
  bell: bell,
  board: layoutBoard,
  body: coffin,
  book: book,
  box: box,
  calendar: calendar,
  camera: camera,
  case: briefcase,
  certificate: certificate,
  chart: chartHistogram,
  check: check,
  checklist: clipboardCheck,
  clock: clock,
  columns: columns3,
  command: command,
  compare: gitCompare,
  cut: cut,
  data: database,
  dna: dna,
  down: chevronDown,
  download: download,
  drop: droplet,
  edit: pencil,
  error: exclamationCircle,
  evidence: parcel,
  exchange: plugConnected,
  eye: eye,
  'eye-check': eyeCheck,
  'eye-off': eyeOff,
  file: fileText,
  'file-certificate': fileCertificate,
  'file-check': fileCheck,
  files: files,
  filter: filter,
  fingerprint: fingerprint,
  flag: flag,
  flask: flask,
  gauge: gauge,
  gavel: gavel,
  'hand-over': arrowsExchange,
  hash: hash,
  help: help,
  history: history,
  home: home,
  hourglass: hourglass,
  inbox: inbox,
  info: infoCircle,
  key: key,
  known: calendarTime,
  language: language,
  line: chartLine,
  link: link,
  list: list,
  lock: lock,
  'lock-open': lockOpen,
  map: map,
  'map-search': mapSearch,
  measure: ruler2,
  menu: menu2,
  messages: messages,
  microscope: microscope,
  more: dotsVertical,
  office: building,
  package: parcel,
  paperclip: paperclip,
  person: user,
  people: users,
  users: users,
  phone: phone,
  photo: photo,
  pin: mapPin,
  point: circleDot,
  print: printer,
  qr: qrcode,
  refresh: refresh,
  requests: clipboardList,
  route: route,
  save: deviceFloppy,
  scale: scale,
  scan: scan,
  search: search,
  send: send,
  settings: settings,
  shield: shieldCheck,
  sign: signature,
  'sign-out': logout,
  sound: volume,
  split: arrowsSplit,
  stack: stack2,
  stethoscope: stethoscope,
  store: buildingWarehouse,
  sun: sun,
  moon: moon,
  table: table,
  target: target,
  temperature: temperature,
  'test-pipe': testPipe,
  trash: trash,
  truck: truck,
  unlink: unlink,
  up: chevronUp,
  upload: upload,
  warning: alertTriangle,
  world: world,
  x: x,
  'zoom-in': zoomIn,
  'zoom-out': zoomOut,
  right: chevronRight,
  // as the chips name them
  ban: ban,
  'circle-check': circleCheck,
  'cloud-exclamation': cloudExclamation,
  'cloud-off': cloudOff,
  'door-enter': doorEnter,
  'door-exit': doorExit,
  'file-x': fileX,
  'hand-stop': handStop,
  'lock-check': lockCheck,
  progress: progress,
  'shield-lock': shieldLock,
  tool: tool,
  'zoom-question': zoomQuestion,
} as const
export type IconName = keyof typeof icons

/** What is drawn inside each icon, without the frame of its file: once for the life of the page. */
const drawings = Object.fromEntries(
  Object.entries(icons).map(([name, svg]) => [
    name,
    svg.replace(/^[\s\S]*?<svg[\s\S]*?>/, '').replace(/<\/svg>\s*$/, ''),
  ]),
) as Readonly<Record<IconName, string>>

/** Beside a word it is decoration; alone (dense rows) give `label`. */
export function Icon(props: {
  name: IconName
  size?: number
  label?: string
  className?: string
}): ReactNode {
  const { size = 16, label, className } = props
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(className ? { className } : {})}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      // Our own files, taken in when the screens are built; never anything that somebody typed.
      dangerouslySetInnerHTML={{ __html: drawings[props.name] }}
    />
  )
}
