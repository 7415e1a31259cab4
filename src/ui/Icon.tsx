/** The icons of the house by what they mean, so that one thing looks the same on every screen; Tabler outline, stroke 1.75. */
import {
  IconAlertTriangle, IconArchive, IconArrowRight, IconArrowsExchange, IconArrowsSplit, IconBan, IconBarcode, IconBell, IconBook, IconBox, IconBriefcase, IconBuilding, IconBuildingWarehouse, IconCalendar,
  IconCalendarTime, IconCamera, IconCertificate, IconChartHistogram, IconChartLine, IconCheck, IconChevronDown, IconChevronLeft, IconChevronRight, IconChevronUp, IconCircleCheck, IconCircleDot, IconClipboardCheck,
  IconClipboardList, IconClock, IconCloudExclamation, IconCloudOff, IconCoffin, IconColumns3, IconCommand, IconCut, IconDatabase, IconDeviceFloppy, IconDna, IconDoorEnter, IconDoorExit, IconDotsVertical,
  IconDownload, IconDroplet, IconExclamationCircle, IconEye, IconEyeCheck, IconEyeOff, IconFileCertificate, IconFileCheck, IconFileText, IconFileX, IconFiles, IconFilter, IconFingerprint, IconFlag, IconFlask,
  IconGauge, IconGavel, IconGitCompare, IconHandStop, IconHash, IconHelp, IconHistory, IconHome, IconHourglass, IconInbox, IconInfoCircle, IconKey, IconLanguage, IconLayoutBoard, IconLink, IconList, IconLock,
  IconLockCheck, IconLockOpen, IconLogout, IconMap, IconMapPin, IconMapSearch, IconMenu2, IconMessageCircle, IconMessages, IconMicroscope, IconMoon, IconPackage, IconPaperclip, IconPencil, IconPhone, IconPhoto, IconPlugConnected,
  IconPlus, IconPrinter, IconProgress, IconQrcode, IconRefresh, IconRoute, IconRuler2, IconScale, IconScan, IconSearch, IconSend, IconSettings, IconShieldCheck, IconShieldLock, IconSignature, IconStack2, IconStethoscope, IconSun,
  IconTable, IconTarget, IconTemperature, IconTestPipe, IconTool, IconTrash, IconTruck, IconUnlink, IconUpload, IconUser, IconUsers, IconVolume, IconWorld, IconX, IconZoomIn, IconZoomOut, IconZoomQuestion,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

const icons = {
  // acts and things
  add: IconPlus, answer: IconMessageCircle, archive: IconArchive, 'arrow-right': IconArrowRight, back: IconChevronLeft, barcode: IconBarcode, bell: IconBell, board: IconLayoutBoard, body: IconCoffin, book: IconBook, box: IconBox, calendar: IconCalendar,
  camera: IconCamera, case: IconBriefcase, certificate: IconCertificate, chart: IconChartHistogram, check: IconCheck, checklist: IconClipboardCheck, clock: IconClock, columns: IconColumns3, command: IconCommand, compare: IconGitCompare, cut: IconCut,
  data: IconDatabase, dna: IconDna, down: IconChevronDown, download: IconDownload, drop: IconDroplet, edit: IconPencil, error: IconExclamationCircle, evidence: IconPackage, exchange: IconPlugConnected, eye: IconEye, 'eye-check': IconEyeCheck,
  'eye-off': IconEyeOff, file: IconFileText, 'file-certificate': IconFileCertificate, 'file-check': IconFileCheck, files: IconFiles, filter: IconFilter, fingerprint: IconFingerprint, flag: IconFlag, flask: IconFlask, gauge: IconGauge, gavel: IconGavel,
  'hand-over': IconArrowsExchange, hash: IconHash, help: IconHelp, history: IconHistory, home: IconHome, hourglass: IconHourglass, inbox: IconInbox, info: IconInfoCircle, key: IconKey, known: IconCalendarTime, language: IconLanguage, line: IconChartLine, link: IconLink, list: IconList,
  lock: IconLock, 'lock-open': IconLockOpen, map: IconMap, 'map-search': IconMapSearch, measure: IconRuler2, menu: IconMenu2, messages: IconMessages, microscope: IconMicroscope, more: IconDotsVertical, office: IconBuilding, package: IconPackage, paperclip: IconPaperclip, person: IconUser, people: IconUsers, users: IconUsers,
  phone: IconPhone, photo: IconPhoto, pin: IconMapPin, point: IconCircleDot, print: IconPrinter, qr: IconQrcode, refresh: IconRefresh, requests: IconClipboardList, route: IconRoute, save: IconDeviceFloppy, scale: IconScale, scan: IconScan, search: IconSearch, send: IconSend, settings: IconSettings,
  shield: IconShieldCheck, sign: IconSignature, 'sign-out': IconLogout, sound: IconVolume, split: IconArrowsSplit, stack: IconStack2, stethoscope: IconStethoscope, store: IconBuildingWarehouse, sun: IconSun, moon: IconMoon, table: IconTable, target: IconTarget, temperature: IconTemperature,
  'test-pipe': IconTestPipe, trash: IconTrash, truck: IconTruck, unlink: IconUnlink, up: IconChevronUp, upload: IconUpload, warning: IconAlertTriangle, world: IconWorld, x: IconX, 'zoom-in': IconZoomIn, 'zoom-out': IconZoomOut, right: IconChevronRight,
  // as the chips name them
  ban: IconBan, 'circle-check': IconCircleCheck, 'cloud-exclamation': IconCloudExclamation, 'cloud-off': IconCloudOff, 'door-enter': IconDoorEnter, 'door-exit': IconDoorExit, 'file-x': IconFileX, 'hand-stop': IconHandStop, 'lock-check': IconLockCheck,
  progress: IconProgress, 'shield-lock': IconShieldLock, tool: IconTool, 'zoom-question': IconZoomQuestion,
} as const
export type IconName = keyof typeof icons

/** Beside a word it is decoration; alone (dense rows) give `label`. */
export function Icon(props: { name: IconName; size?: number; label?: string; className?: string }): ReactNode {
  const Drawn = icons[props.name]
  const { size = 16, label, className } = props
  return <Drawn size={size} stroke={1.75} {...(className ? { className } : {})} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })} />
}
const isIcon = (name: string): name is IconName => name in icons
