import { theme, type ThemeConfig } from 'antd';
import { themes, type ThemeName } from './tokens.ts';

/** Ant Design in the product's own colours: lines instead of shadows, no motion, small corners. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const tokens = themes[name];
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: tokens.accent, colorLink: tokens.accent, colorText: tokens.ink, colorTextBase: tokens.ink, colorTextDescription: tokens.muted, colorTextPlaceholder: tokens.muted,
      colorBgBase: tokens.surface, colorBgContainer: tokens.surface, colorBgElevated: tokens.surface, colorBgMask: tokens.veil,
      colorBorder: tokens.edge, colorBorderSecondary: tokens.line, colorSplit: tokens.line, colorError: tokens.bad, colorWarning: tokens.warn, colorSuccess: tokens.good,
      colorTextLightSolid: tokens['on-accent'],
      fontFamily: 'var(--font)', fontSize: 14, borderRadius: 3, borderRadiusLG: 4, controlHeight: 32, motion: false, wireframe: false,
      boxShadow: 'none', boxShadowSecondary: `0 0 0 1px ${tokens.line}`, boxShadowTertiary: 'none', controlOutlineWidth: 0,
    },
    components: {
      Modal: { titleFontSize: 16 },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Select: { optionSelectedBg: tokens['accent-ground'], optionActiveBg: tokens.panel },
    },
  };
}
