#ifndef LOGITSCOPE_CNCURSES_SHIM_H
#define LOGITSCOPE_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <ncurses.h>
#include <term.h>
#include <wchar.h>

// Declared by the system, but hidden from Swift's view of its headers.
extern int wcwidth(wchar_t);
extern int memfd_create(const char *name, unsigned int flags);

// One function per macro or global that Swift cannot import; no state.

static inline WINDOW *logitscope_standard_screen(void) { return stdscr; }
static inline WINDOW *logitscope_current_screen(void) { return curscr; }
static inline int logitscope_colors(void) { return COLORS; }
static inline int logitscope_color_pairs(void) { return COLOR_PAIRS; }

static inline attr_t logitscope_bold(void) { return WA_BOLD; }
static inline attr_t logitscope_dim(void) { return WA_DIM; }
static inline attr_t logitscope_underline(void) { return WA_UNDERLINE; }
static inline attr_t logitscope_reverse(void) { return WA_REVERSE; }

static inline bool logitscope_flag(const char *name) { return tigetflag((char *)name) > 0; }

// setcchar takes its wide colour pair through a void pointer.
static inline int logitscope_set_cell(
    cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
}

#endif
