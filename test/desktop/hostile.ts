/** Every permission a page can ask Electron for. */
export const permissions = ['clipboard-read', 'clipboard-sanitized-write', 'display-capture', 'fullscreen', 'geolocation', 'idle-detection', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'notifications', 'pointerLock', 'keyboardLock', 'openExternal', 'speaker-selection', 'storage-access', 'top-level-storage-access', 'window-management', 'fileSystem', 'hid', 'serial', 'usb', 'unknown'];

/** Addresses a page must not be able to go to, whatever it tries. */
export const elsewhere = ['https://evil.test/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'file://host/share/x', '\\\\host\\share\\x', 'javascript:window.ran=1', 'data:text/html,<script>window.ran=1</script>', 'ms-settings:', 'vscode://x', 'smb://host/x', 'app://other/index.html', 'app://workbench/other.html', 'blob:https://evil.test/x', 'about:blank', 'chrome://settings/', 'view-source:app://workbench/index.html'];
