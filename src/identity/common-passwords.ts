/** Passwords that everybody tries, as letters and figures only; made for the two languages of the house and its trade. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `000000000000 0123456789ab 111111111111 123123123123 123456789012 1234567890123 12345678901234 123456789abc
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv 987654321098 a1b2c3d4e5f6 abc123456789 abcd12345678
  abcdefghijkl abcdefghijklm adminadmin adminadminadmin administrator arsenalarsenal asdfghjkl asdfghjklqwe
  barcelona baseball batman belize123456 belizebelize bellezabelleza bienvenido bienvenidos blessedblessed
  changeme changeme12345 changemeplease chelseafc123 computercomputer contrasea contrasena contrasena123
  correcthorsebatterystaple default defaultpassword dragon evidence1234 facebook1234 football forensiclab1
  futbolfutbol godisgood123 googlegoogle government12 grace1234567 guatemala123 guestguestguest hallelujah12
  harrypotter1 holahola holaholahola iloveyou iloveyouforever internetinternet iphoneiphone jennifer
  jesuschrist1 jesusislord1 jesuslovesme jordan23 laboratory12 letmein letmeinletmein letmeinplease liverpoolfc1
  manchesterunited master mexico123456 michael micontrasena minecraft123 monkey mypassword mypassword123
  mypasswordis newpassword newpassword123 oldpassword passw0rd password password1234 passwordisthis
  passwordpassword pokemonpokemon police123456 policepolice princess q1w2e3r4t5y6 qwerty qwerty123456
  qwertyqwerty qwertyuiop qwertyuiopasdf realmadrid realmadrid123 root12345678 rootrootroot samsung12345
  scenesofcrime secret secretsecret shadow starwars1234 sunshine superman teamomucho teamoteamo temporary123
  temporarypass temppassword test12345678 testpassword testtesttest thisismypassword thisispassword trustno1
  useruseruser welcome welcome123456 welcomewelcome yourpassword zaq12wsxcde3 zxcvbnm zxcvbnmasdfgh`.split(
    /\s+/,
  ),
)
