/** Where the browsers of the Chromium family are, by system; the most widespread first. */

/** Below the folders for programs, of the machine and of the user. */
export const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe', 'Vivaldi\\Application\\vivaldi.exe', 'Programs\\Opera\\opera.exe', 'Opera\\opera.exe',
  'Google\\Chrome Beta\\Application\\chrome.exe', 'Microsoft\\Edge Beta\\Application\\msedge.exe', 'Google\\Chrome SxS\\Application\\chrome.exe',
];

/** As Windows has them registered, for those installed elsewhere. */
export const windowsNames = ['chrome.exe', 'msedge.exe', 'brave.exe', 'vivaldi.exe', 'opera.exe'];

/** Names of the application, which is also the name of the program in it. */
export const macPrograms = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser', 'Vivaldi', 'Opera', 'Google Chrome Beta', 'Microsoft Edge Beta', 'Google Chrome Canary'];

/** Names in PATH, and the folders of packages that put nothing there. */
export const linuxPrograms = [
  'chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chromium-browser',
  'brave-browser', 'brave-browser-stable', 'brave', 'vivaldi', 'vivaldi-stable', 'opera', 'opera-stable', 'google-chrome-beta', 'microsoft-edge-beta', 'microsoft-edge-dev', 'ungoogled-chromium',
  '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/opt/brave.com/brave/brave', '/opt/vivaldi/vivaldi', '/usr/lib/chromium/chromium', '/usr/lib64/chromium-browser/chromium-browser',
];

/** The same browsers as they are packed for Snap and for Flatpak. */
export const sandboxedApps = [
  { snap: 'chromium', flatpak: 'org.chromium.Chromium' },
  { snap: null, flatpak: 'com.google.Chrome' },
  { snap: null, flatpak: 'com.microsoft.Edge' },
  { snap: 'brave', flatpak: 'com.brave.Browser' },
  { snap: 'vivaldi', flatpak: 'com.vivaldi.Vivaldi' },
  { snap: 'opera', flatpak: 'com.opera.Opera' },
] as const;
