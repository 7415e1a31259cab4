/** The icons of the house by what they mean, so that one thing looks the same on every screen; Tabler outline, stroke 1.75. */
import alertTriangle from '@tabler/icons/outline/alert-triangle.svg?raw'
import archive from '@tabler/icons/outline/archive.svg?raw'
import arrowRight from '@tabler/icons/outline/arrow-right.svg?raw'
import arrowsExchange from '@tabler/icons/outline/arrows-exchange.svg?raw'
import arrowsSplit from '@tabler/icons/outline/arrows-split.svg?raw'
import ban from '@tabler/icons/outline/ban.svg?raw'
import barcode from '@tabler/icons/outline/barcode.svg?raw'
import bell from '@tabler/icons/outline/bell.svg?raw'
import book from '@tabler/icons/outline/book.svg?raw'
import box from '@tabler/icons/outline/box.svg?raw'
import briefcase from '@tabler/icons/outline/briefcase.svg?raw'
import building from '@tabler/icons/outline/building.svg?raw'
import buildingWarehouse from '@tabler/icons/outline/building-warehouse.svg?raw'
import calendar from '@tabler/icons/outline/calendar.svg?raw'
import calendarTime from '@tabler/icons/outline/calendar-time.svg?raw'
import camera from '@tabler/icons/outline/camera.svg?raw'
import certificate from '@tabler/icons/outline/certificate.svg?raw'
import chartHistogram from '@tabler/icons/outline/chart-histogram.svg?raw'
import chartLine from '@tabler/icons/outline/chart-line.svg?raw'
import check from '@tabler/icons/outline/check.svg?raw'
import chevronDown from '@tabler/icons/outline/chevron-down.svg?raw'
import chevronLeft from '@tabler/icons/outline/chevron-left.svg?raw'
import chevronRight from '@tabler/icons/outline/chevron-right.svg?raw'
import chevronUp from '@tabler/icons/outline/chevron-up.svg?raw'
import circleCheck from '@tabler/icons/outline/circle-check.svg?raw'
import circleDot from '@tabler/icons/outline/circle-dot.svg?raw'
import clipboardCheck from '@tabler/icons/outline/clipboard-check.svg?raw'
import clipboardList from '@tabler/icons/outline/clipboard-list.svg?raw'
import clock from '@tabler/icons/outline/clock.svg?raw'
import cloudExclamation from '@tabler/icons/outline/cloud-exclamation.svg?raw'
import cloudOff from '@tabler/icons/outline/cloud-off.svg?raw'
import coffin from '@tabler/icons/outline/coffin.svg?raw'
import columns3 from '@tabler/icons/outline/columns-3.svg?raw'
import command from '@tabler/icons/outline/command.svg?raw'
import cut from '@tabler/icons/outline/cut.svg?raw'
import database from '@tabler/icons/outline/database.svg?raw'
import deviceFloppy from '@tabler/icons/outline/device-floppy.svg?raw'
import dna from '@tabler/icons/outline/dna.svg?raw'
import doorEnter from '@tabler/icons/outline/door-enter.svg?raw'
import doorExit from '@tabler/icons/outline/door-exit.svg?raw'
import dotsVertical from '@tabler/icons/outline/dots-vertical.svg?raw'
import download from '@tabler/icons/outline/download.svg?raw'
import droplet from '@tabler/icons/outline/droplet.svg?raw'
import exclamationCircle from '@tabler/icons/outline/exclamation-circle.svg?raw'
import eye from '@tabler/icons/outline/eye.svg?raw'
import eyeCheck from '@tabler/icons/outline/eye-check.svg?raw'
import eyeOff from '@tabler/icons/outline/eye-off.svg?raw'
import fileCertificate from '@tabler/icons/outline/file-certificate.svg?raw'
import fileCheck from '@tabler/icons/outline/file-check.svg?raw'
import fileText from '@tabler/icons/outline/file-text.svg?raw'
import fileX from '@tabler/icons/outline/file-x.svg?raw'
import files from '@tabler/icons/outline/files.svg?raw'
import filter from '@tabler/icons/outline/filter.svg?raw'
import fingerprint from '@tabler/icons/outline/fingerprint.svg?raw'
import flag from '@tabler/icons/outline/flag.svg?raw'
import flask from '@tabler/icons/outline/flask.svg?raw'
import gauge from '@tabler/icons/outline/gauge.svg?raw'
import gavel from '@tabler/icons/outline/gavel.svg?raw'
import gitCompare from '@tabler/icons/outline/git-compare.svg?raw'
import handStop from '@tabler/icons/outline/hand-stop.svg?raw'
import hash from '@tabler/icons/outline/hash.svg?raw'
import help from '@tabler/icons/outline/help.svg?raw'
import history from '@tabler/icons/outline/history.svg?raw'
import home from '@tabler/icons/outline/home.svg?raw'
import hourglass from '@tabler/icons/outline/hourglass.svg?raw'
import inbox from '@tabler/icons/outline/inbox.svg?raw'
import infoCircle from '@tabler/icons/outline/info-circle.svg?raw'
import key from '@tabler/icons/outline/key.svg?raw'
import language from '@tabler/icons/outline/language.svg?raw'
import layoutBoard from '@tabler/icons/outline/layout-board.svg?raw'
import link from '@tabler/icons/outline/link.svg?raw'
import list from '@tabler/icons/outline/list.svg?raw'
import lock from '@tabler/icons/outline/lock.svg?raw'
import lockCheck from '@tabler/icons/outline/lock-check.svg?raw'
import lockOpen from '@tabler/icons/outline/lock-open.svg?raw'
import logout from '@tabler/icons/outline/logout.svg?raw'
import map from '@tabler/icons/outline/map.svg?raw'
import mapPin from '@tabler/icons/outline/map-pin.svg?raw'
import mapSearch from '@tabler/icons/outline/map-search.svg?raw'
import menu2 from '@tabler/icons/outline/menu-2.svg?raw'
import messageCircle from '@tabler/icons/outline/message-circle.svg?raw'
import messages from '@tabler/icons/outline/messages.svg?raw'
import microscope from '@tabler/icons/outline/microscope.svg?raw'
import moon from '@tabler/icons/outline/moon.svg?raw'
import parcel from '@tabler/icons/outline/package.svg?raw'
import paperclip from '@tabler/icons/outline/paperclip.svg?raw'
import pencil from '@tabler/icons/outline/pencil.svg?raw'
import phone from '@tabler/icons/outline/phone.svg?raw'
import photo from '@tabler/icons/outline/photo.svg?raw'
import plugConnected from '@tabler/icons/outline/plug-connected.svg?raw'
import plus from '@tabler/icons/outline/plus.svg?raw'
import printer from '@tabler/icons/outline/printer.svg?raw'
import progress from '@tabler/icons/outline/progress.svg?raw'
import qrcode from '@tabler/icons/outline/qrcode.svg?raw'
import refresh from '@tabler/icons/outline/refresh.svg?raw'
import route from '@tabler/icons/outline/route.svg?raw'
import ruler2 from '@tabler/icons/outline/ruler-2.svg?raw'
import scale from '@tabler/icons/outline/scale.svg?raw'
import scan from '@tabler/icons/outline/scan.svg?raw'
import search from '@tabler/icons/outline/search.svg?raw'
import send from '@tabler/icons/outline/send.svg?raw'
import settings from '@tabler/icons/outline/settings.svg?raw'
import shieldCheck from '@tabler/icons/outline/shield-check.svg?raw'
import shieldLock from '@tabler/icons/outline/shield-lock.svg?raw'
import signature from '@tabler/icons/outline/signature.svg?raw'
import stack2 from '@tabler/icons/outline/stack-2.svg?raw'
import stethoscope from '@tabler/icons/outline/stethoscope.svg?raw'
import sun from '@tabler/icons/outline/sun.svg?raw'
import table from '@tabler/icons/outline/table.svg?raw'
import target from '@tabler/icons/outline/target.svg?raw'
import temperature from '@tabler/icons/outline/temperature.svg?raw'
import testPipe from '@tabler/icons/outline/test-pipe.svg?raw'
import tool from '@tabler/icons/outline/tool.svg?raw'
import trash from '@tabler/icons/outline/trash.svg?raw'
import truck from '@tabler/icons/outline/truck.svg?raw'
import unlink from '@tabler/icons/outline/unlink.svg?raw'
import upload from '@tabler/icons/outline/upload.svg?raw'
import user from '@tabler/icons/outline/user.svg?raw'
import users from '@tabler/icons/outline/users.svg?raw'
import volume from '@tabler/icons/outline/volume.svg?raw'
import world from '@tabler/icons/outline/world.svg?raw'
import x from '@tabler/icons/outline/x.svg?raw'
import zoomIn from '@tabler/icons/outline/zoom-in.svg?raw'
import zoomOut from '@tabler/icons/outline/zoom-out.svg?raw'
import zoomQuestion from '@tabler/icons/outline/zoom-question.svg?raw'
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
