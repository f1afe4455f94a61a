/*
 * Lets an open page follow the mode: asks the status resource every few seconds, shows the banner, makes forms read-only
 * and writable again in place, and keeps what was typed. For any page:
 *
 *   <script src="/shop/stillwater/stillwater.js" defer></script>
 *
 *   data-status  where the status resource is; "status" beside this script unless set
 *   data-forms   "all" (default): forms that are sent by POST, but for those that log in; "writes": those that are marked;
 *                "none"
 *   data-banner  "auto" (default): a page without an element of the id "stillwater-banner" gets one; "page": it does not
 *   data-lang    the language of the banner; the page's unless set
 *
 * A form or control with data-stillwater="allow", or inside of one, is left alone; one with data-stillwater="form" becomes
 * read-only in any case. Whenever something changes, the document gets the event "stillwater:change", whose detail is what
 * window.stillwater.state is: {mode, readOnly, epoch, since, expectedEnd, overrun, reason, announced: {start, expectedEnd}}.
 */
(() => {
  'use strict';
  if (window.stillwater) {
    return;
  }
  const script = document.currentScript;
  const options = { forms: 'all', banner: 'auto', ...script.dataset };
  const language = options.lang || document.documentElement.lang || navigator.language;
  const statusUrl = new URL(options.status || new URL('status', script.src), document.baseURI);
  statusUrl.searchParams.set('lang', language);

  /* Every page learns of a change within five seconds; no two ask in step for long. */
  const INTERVAL = 2500;
  const JITTER = 1000;
  const LONGEST = 60000;
  const PATIENCE = 8000;
  const OVER = 10000;

  const UNSENT = 'stillwater.unsent';
  const TEXT = new Set(['text', 'search', 'url', 'tel', 'email', 'password', 'number', 'date', 'month', 'week', 'time',
    'datetime-local', 'textarea']);

  let state = null;
  let texts = null;
  let skew = 0;
  let older = 0;
  let failures = 0;
  let timer = 0;
  let over = 0;

  /* ---- forms ---- */

  const mark = element => element.dataset.stillwater;
  const logsIn = form => (form.getAttribute('action') || '').includes('j_security_check')
    || form.querySelectorAll('input[type=password]').length === 1;

  function isGuarded(form) {
    if (mark(form)) {
      return mark(form) === 'form';
    }
    return options.forms === 'all' && form.method === 'post' && !logsIn(form)
      && !form.closest('[data-stillwater="allow"]');
  }

  function controls(form) {
    return [...form.elements].filter(control => !control.closest('[data-stillwater="allow"], [data-stillwater="command"]')
      && control.matches('input:not([type=hidden]), select, textarea, button'));
  }

  /* A button that sends nothing is left alone, unless a command of Faces stands behind it. */
  const BUTTON = 'button';

  function lock(control) {
    const expected = control.type === 'button' ? BUTTON : undefined;
    if (control.disabled || mark(control) !== expected) {
      return;
    }
    const text = TEXT.has(control.type);
    if (text && control.readOnly) {
      return;
    }
    control[text ? 'readOnly' : 'disabled'] = true;
    control.dataset.stillwater = text ? 'readonly' : 'disabled';
  }

  function unlock(control) {
    if (mark(control) === 'readonly') {
      control.readOnly = false;
    } else if (mark(control) === 'disabled') {
      control.disabled = false;
    } else {
      return;
    }
    if (control.type === 'button') {
      control.dataset.stillwater = BUTTON;
    } else {
      delete control.dataset.stillwater;
    }
  }

  function switchForm(form, readOnly) {
    controls(form).forEach(readOnly ? lock : unlock);
    form.querySelectorAll('[data-stillwater="command"]').forEach(command => {
      if (readOnly) {
        command.setAttribute('aria-disabled', 'true');
      } else {
        command.removeAttribute('aria-disabled');
      }
    });
    const unsent = form.querySelector(`:scope > input[name="${UNSENT}"]`);
    if (readOnly && !unsent) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: UNSENT, value: 'true' });
      form.prepend(field);
    } else if (!readOnly && unsent) {
      unsent.remove();
    }
  }

  function switchForms() {
    if (options.forms !== 'none') {
      [...document.forms].filter(isGuarded).forEach(form => switchForm(form, state.readOnly));
    }
  }

  const EVENTS = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'keydown',
    'keyup', 'focus', 'focusin', 'beforeinput', 'input', 'change', 'paste', 'cut', 'drop'];
  const ACTS = new Set(['click', 'keydown', 'beforeinput', 'paste', 'cut', 'drop']);

  /* A link, or what a library of components made of several elements: its own script hears nothing of them. */
  function keepFromCommands(event) {
    const command = state && state.readOnly && event.target instanceof Element
      ? event.target.closest('[data-stillwater="command"]') : null;
    if (!command || event.type === 'keydown' && event.key === 'Tab') {
      return;
    }
    event.stopImmediatePropagation();
    if (ACTS.has(event.type)) {
      event.preventDefault();
    }
  }
  EVENTS.forEach(type => document.addEventListener(type, keepFromCommands, { capture: true, passive: false }));

  /* ---- banner ---- */

  const region = () => document.getElementById('stillwater-banner');
  const now = () => Date.now() + skew;

  function makeRegion() {
    if (options.banner !== 'auto' || !document.body) {
      return null;
    }
    const made = document.createElement('div');
    made.id = 'stillwater-banner';
    made.dataset.live = 'true';
    made.className = 'stillwater-region stillwater-region-auto';
    made.setAttribute('role', 'status');
    document.body.prepend(made);
    return made;
  }

  function part(name, ...content) {
    const made = document.createElement('div');
    made.className = `stillwater-banner-${name}`;
    made.append(...content);
    return made;
  }

  function clock(end) {
    const sameDay = end.toDateString() === new Date(now()).toDateString();
    const format = new Intl.DateTimeFormat(language, sameDay ? { timeStyle: 'short' }
      : { dateStyle: 'medium', timeStyle: 'short' });
    return format.format(end);
  }

  function countdown(end) {
    const seconds = Math.max(0, Math.round((end - now()) / 1000));
    const format = new Intl.RelativeTimeFormat(language);
    return seconds < 60 ? format.format(seconds, 'second')
      : seconds < 5400 ? format.format(Math.round(seconds / 60), 'minute')
        : format.format(Math.round(seconds / 3600), 'hour');
  }

  /* The countdown is not read out each time it changes. */
  function counting(name, text, moment) {
    const [before, between, after] = text.split(/\{[01]\}/);
    const distance = document.createElement('span');
    distance.setAttribute('aria-hidden', 'true');
    distance.className = 'stillwater-banner-countdown';
    distance.dataset.moment = moment;
    distance.textContent = countdown(new Date(moment));
    return part(name, before, clock(new Date(moment)), between, distance, after);
  }

  function resendButton(place) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.stillwater = 'allow';
    button.className = 'stillwater-banner-resend';
    button.disabled = state.readOnly;
    button.textContent = texts.resend;
    place.querySelector('.stillwater-banner-resend')?.matches(':focus') && queueMicrotask(() => button.focus());
    return button;
  }

  function compose(place) {
    const refused = place.dataset.refused !== undefined;
    const parts = [];
    if (refused) {
      parts.push(part('refused', `${texts.refused} ${texts.kept}`));
    }
    if (state.readOnly) {
      parts.push(part('message', texts.readOnly));
      if (state.overrun) {
        parts.push(part('until', texts.overrun));
      } else if (state.expectedEnd) {
        parts.push(counting('until', texts.until, state.expectedEnd));
      }
      const reason = state.reason ? part('reason', texts.reason.replace('{0}', state.reason))
        : place.querySelector('.stillwater-banner-reason');
      if (reason) {
        parts.push(reason);
      }
    } else if (state.announced && !refused) {
      parts.push(counting('message', texts.announced, state.announced.start));
    } else {
      parts.push(part('message', texts.over));
    }
    if (refused) {
      parts.push(resendButton(place));
    }
    const banner = document.createElement('div');
    banner.className = state.readOnly || state.announced ? 'stillwater-banner' : 'stillwater-banner stillwater-banner-lifted';
    banner.tabIndex = 0;
    banner.append(...parts);
    return banner;
  }

  /* Made anew only if it says something else: whoever listens to the page hears it once. */
  function showBanner() {
    const place = region() || makeRegion();
    if (!place || !texts) {
      return;
    }
    const refused = place.dataset.refused;
    const shown = refused !== undefined
      || !place.dataset.only && (state.readOnly || state.announced || Date.now() < over);
    const key = JSON.stringify([Boolean(shown), state.readOnly, state.overrun, state.expectedEnd, state.reason, refused,
      state.announced]);
    if (place.dataset.shown === key) {
      return;
    }
    place.dataset.shown = key;
    place.replaceChildren(...(shown ? [compose(place)] : []));
    document.documentElement.style.setProperty('--stillwater-banner-height', `${place.offsetHeight}px`);
  }

  function tick() {
    if (state && state.readOnly && state.expectedEnd) {
      const overrun = Date.parse(state.expectedEnd) <= now();
      if (overrun !== state.overrun) {
        change({ ...state, overrun });
      }
    }
    const shown = region()?.querySelector('.stillwater-banner-countdown');
    const text = shown && countdown(new Date(shown.dataset.moment));
    if (shown && shown.textContent !== text) {
      shown.textContent = text;
    }
  }
  setInterval(tick, 1000);

  /* The button does what the command did that was refused, if the page still has it. */
  document.addEventListener('click', event => {
    const place = region();
    if (!place || !(event.target instanceof Element) || !event.target.closest('.stillwater-banner-resend')) {
      return;
    }
    const id = place.dataset.refused;
    delete place.dataset.refused;
    over = 0;
    showBanner();
    resend(id);
  });

  function resend(id) {
    const command = id && (document.getElementById(id) || document.getElementsByName(id)[0]);
    if (command) {
      command.click();
      return;
    }
    const form = [...document.forms].find(candidate => id && candidate.id && id.startsWith(`${candidate.id}:`));
    if (form) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: id, value: id });
      form.append(field);
      form.submit();
      field.remove();
    }
  }

  /* ---- the mode ---- */

  function change(next) {
    const before = state;
    state = next;
    switchForms();
    if (before && before.readOnly && !next.readOnly) {
      over = Date.now() + OVER;
      setTimeout(showBanner, OVER + 100);
    } else if (next.readOnly) {
      over = 0;
    }
    showBanner();
    const same = before && ['mode', 'epoch', 'expectedEnd', 'overrun', 'reason'].every(key => before[key] === next[key])
      && before.announced?.start === next.announced?.start;
    if (!same) {
      document.dispatchEvent(new CustomEvent('stillwater:change', { detail: next }));
    }
  }

  function applies(epoch) {
    if (!state || epoch >= state.epoch || ++older > 2) {
      older = 0;
      return true;
    }
    return false; // of an instance that has not heard of it yet; said often enough, the store was set up anew
  }

  function apply(answer) {
    skew = answer.now ? Date.parse(answer.now) - Date.now() : skew;
    texts = answer.texts || texts;
    if (!applies(answer.epoch)) {
      return;
    }
    change({
      mode: answer.mode,
      readOnly: answer.mode !== 'READ_WRITE',
      epoch: answer.epoch,
      since: answer.since,
      expectedEnd: answer.expectedEnd,
      overrun: Boolean(answer.expectedEnd) && Date.parse(answer.expectedEnd) <= now(),
      reason: answer.reason,
      announced: answer.announced,
    });
  }

  /* Without cookies: a page that asks must not keep a session alive. */
  async function poll() {
    clearTimeout(timer);
    try {
      const response = await fetch(statusUrl, {
        credentials: 'omit',
        cache: 'no-store',
        headers: { Accept: 'application/json' },
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!response.ok) {
        throw new Error(`status ${response.status}`);
      }
      apply(await response.json());
      failures = 0;
    } catch (problem) {
      failures += 1;
      if (failures === 5) {
        console.warn(`Stillwater: ${statusUrl} does not answer: ${problem.message}. This page does not follow the mode.`);
      }
    }
    next(Math.min(LONGEST, INTERVAL * 2 ** Math.max(0, failures - 1)));
  }

  /* A page that nobody sees asks nothing; it asks as soon as somebody does. */
  function next(delay) {
    clearTimeout(timer);
    if (!document.hidden) {
      timer = setTimeout(poll, delay + Math.random() * (failures > 1 ? delay : JITTER));
    }
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(poll, Math.random() * 300);
  }
  document.addEventListener('visibilitychange', () => document.hidden ? clearTimeout(timer) : soon());
  window.addEventListener('pageshow', event => event.persisted && soon());
  window.addEventListener('online', soon);

  /* Forms that come in by ajax, and the banner of a refused one. */
  new MutationObserver(changes => {
    const replaced = changes.some(({ addedNodes }) => [...addedNodes].some(node => node instanceof Element
      && (node.matches('form, #stillwater-banner') || node.querySelector('form, input, select, textarea, button'))));
    const place = region();
    if (place && !place.dataset.live) {
      adopt(place);
    } else if (replaced && state) {
      switchForms();
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  /* What the server has written is newer than what was asked for before, or older, if it comes from a cache. */
  function adopt(place) {
    const { mode, epoch } = place.dataset;
    place.dataset.live = 'true';
    const same = state && state.epoch === Number(epoch);
    if (mode && applies(Number(epoch))) {
      change(same ? state : {
        mode, readOnly: mode !== 'READ_WRITE', epoch: Number(epoch), since: null, expectedEnd: null, overrun: false,
        announced: null,
      });
    }
    poll();
  }

  window.stillwater = {
    /** What is known of the mode; null until the first answer. */
    get state() {
      return state;
    },
    /** Asks now. */
    refresh: poll,
  };

  const place = region();
  if (place && place.dataset.mode) {
    adopt(place);
  } else {
    poll();
  }
})();
