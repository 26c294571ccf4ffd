// Runs on every page: decides by cheap signs whether the page is worth a look, and only then loads the host.
// Reads no running text, asks for no layout, and says nothing on ordinary pages.

(() => {
  // What legal pages are called, in the languages we look for. Loading the host for nothing costs little; missing a page is worse.
  const NAMES = new RegExp(
    [
      // English
      "(terms|conditions) (of|for|and|&) (service|services|use|usage|sale|access|the|additional|conditions|agreement|policies|your)", "(privacy|data|cookies?|ai|acceptable use|usage|content|legal|community|user|fair use|data[- ]use|data[- ]protection) (policy|policies|notice|statement|guidelines|terms|charter|standards|rules|cent(er|re)|choices|rights|addendum)",
      "(user|customer|subscriber|services?|licen[cs]e|licensing|membership|data processing|subscription|beta|developer|enterprise|business|consumer|commercial|platform|api|supplementa[lr]y|additional|specific|product)( services?| user)? (agreement|addendum|terms)",
      "(additional|supplementa[lr]y|commercial|consumer|legal) terms", "terms$", "^privacy$", "^legal$", "eula", "privacy (at|and|&|for|shield|supplement|overview)", "legal (notice|information|terms|hub)", "code of conduct", "rules of (conduct|use)", "statement of rights", "how we (use|handle|protect|collect|process) (your|data|personal)", "(your|user|customer|my) (data|content|information|conversations|chats|code|inputs)\\b.*\\b(train|improv|model|used?\\b)", "(train|improv).*\\b(model|ai)\\b.*\\b(data|content|settings|opt)", "data controls", "model training", "data usage", "do not sell",
      // French
      "conditions (g[ée]n[ée]rales|d[’' ]utilisation|d[’' ]usage|de service|de vente|particuli[èe]res)", "(politique|charte|d[ée]claration|avis|r[èe]gles) (de |d[’' ]|relative|sur |en mati[èe]re)?.{0,30}(confidentialit[ée]|vie priv[ée]e|donn[ée]es|cookies|utilisation)", "mentions l[ée]gales", "protection des donn[ée]es", "\\bcgu\\b", "\\bcgv\\b",
      // German
      "nutzungsbedingungen", "gesch[äa]e?ftsbedingungen", "\\bagb\\b", "datenschutz", "nutzungsrichtlinie", "nutzungsvereinbarung", "cookie-?richtlinie",
      // Spanish
      "t[ée]rminos (y condiciones|de|del|legales|generales)", "condiciones (de|del|generales|y)", "(pol[ií]tica|aviso|declaraci[óo]n) (de |sobre )?(privacidad|datos|cookies|uso|protecci[óo]n|legal)", "aviso legal",
      // Italian
      "(termini|condizioni) (di|d['’ ]|e|del|generali|per)", "(informativa|politica|norme)( sulla| sul| di|) (privacy|cookies?|trattamento|dati|riservatezza)", "note legali",
      // Portuguese
      "termos (de|do|e|gerais|legais)", "condi[çc][õo]es (de|do|gerais)", "(pol[íi]tica|aviso|declara[çc][ãa]o) (de |sobre )?(privacidade|dados|cookies|uso)",
      // Dutch
      "(gebruiks|service|algemene |verkoop|leverings)voorwaarden", "privacy(beleid|verklaring|statement|voorwaarden)", "cookiebeleid",
      // Polish
      "regulamin", "warunki (korzystania|u[żz]ytkowania|[śs]wiadczenia|og[óo]lne|us[łl]ug)", "polityk[ai] (prywatno[śs]ci|cookies|ochrony)", "zasady (ochrony|korzystania)",
      // Japanese
      "(利用|サービス)(規約|条件)", "プライバシー(ポリシー|通知|規約|に関する)", "個人(情報|データ)の?(保護|取|に関|利用)", "特定商取引",
      // Chinese
      "(服务|服務|使用|用户|用戶|会员|會員|隐私|隱私|隐私权|隱私權|个人信息|個人資料)(条款|條款|协议|協議|政策|声明|聲明|保护|保護|规则|規則|权政策|權政策)", "法律(声明|聲明|条款)",
    ].join('|'),
    'iu',
  );
  // Parts of an address that stand alone.
  const PATH = /^(terms|tos|tou|t-?and-?c|t-?c|terms-?of-?(use|service|services)|terms-?(and|&)?-?conditions|conditions(-of-use)?|legal|privacy|privacy-?(policy|notice|statement|center|centre)|polic(y|ies)|eula|dpa|aup|gdpr|agb|cgu|cgv|datenschutz|privacidad|privacidade|terminos|termos|termini|regulamin|voorwaarden|privacybeleid|cookies?(-policy)?|user-?agreement|usage-?polic(y|ies)|acceptable-?use(-policy)?|data-?(processing|usage|controls)(-\w+)*|nutzungsbedingungen|mentions-legales|confidentialite)$/;
  /** Titles and headings longer than this are sentences about something. */
  const LONGEST = 120;
  /** Links looked at. */
  const LINKS = 400;
  /** A page may still build itself after it loads or moves on: how often we look again, and after how long (each time longer). */
  const MAX_LOOKS = 12;
  const WAIT = 300;

  // The document's own properties can be shadowed by names in the page; the prototype's cannot.
  const titleOf = Object.getOwnPropertyDescriptor(Document.prototype, 'title')?.get;
  const hrefOf = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, 'href')?.get;
  const all = (/** @type {string} */ selector) => Document.prototype.querySelectorAll.call(document, selector);
  const title = () => String(titleOf?.call(document) ?? '');

  /** @param {string | null} text */
  const names = (text) => {
    const folded = (text ?? '').replace(/\s+/g, ' ').trim();
    return folded.length > 0 && folded.length <= LONGEST && NAMES.test(folded);
  };

  /** What of the address tells one page from another: a fragment counts where it routes. */
  const addressOf = (/** @type {string} */ href) => href.replace(/#(?![/!]).*$/, '').replace(/\/(?=$|[?#])/, '');

  function isWorthALook() {
    const here = addressOf(location.href);
    const path = location.pathname + (/^#[/!]/.test(location.hash) ? location.hash.slice(1) : '');
    for (const part of path.toLowerCase().split('/')) {
      let name = part.replace(/\.\w{2,5}$/, '');
      try {
        name = decodeURIComponent(name);
      } catch {
        // Not an escape: as it is.
      }
      if (PATH.test(name.replaceAll('_', '-')) || (name.length < 60 && names(name.replace(/[-_+.]/g, ' ')))) return true;
    }
    if (title().split(/\s[|–—:·•-]\s|[|｜]/).some(names)) return true;
    let headings = 0;
    for (const heading of all('h1, h2, [role=heading]')) {
      if (++headings > 4) break;
      if (names(heading.textContent)) return true;
    }
    let links = 0;
    for (const link of all('link[rel~=privacy-policy], link[rel~=terms-of-service], a[href]')) {
      if (++links > LINKS) break;
      const anchor = link instanceof HTMLAnchorElement;
      const href = anchor ? String(hrefOf?.call(link)) : /** @type {HTMLLinkElement} */ (link).href;
      if (addressOf(href) === here && (!anchor || /privacy-policy|terms-of-service/.test(link.getAttribute('rel') ?? '') || names(link.textContent))) return true;
    }
    return false;
  }

  /** @type {import('../types.js').Host | null} */
  let host = null;
  /** @type {Promise<import('../types.js').Host> | null} */
  let loading = null;
  let address = addressOf(location.href);
  let looks = 0;
  let timer = 0;
  const stop = new AbortController();
  const { signal } = stop;

  /** After an update of the extension the old script stays in the page, cut off: it clears up and goes. */
  function isOrphan() {
    if (chrome.runtime?.id) return false;
    if (!signal.aborted) {
      stop.abort();
      clearTimeout(timer);
      observer.disconnect();
      host?.stop();
    }
    return true;
  }

  function load() {
    loading ??= import(chrome.runtime.getURL('content/host.js')).then((/** @type {{PageHost: new () => import('../types.js').Host}} */ module) => (host = new module.PageHost()));
    return loading;
  }

  const settingKey = () => `off:${location.hostname}`;

  /** Looks at the page as it is now. */
  async function look() {
    if (isOrphan()) return;
    const read = host?.page.state;
    if (read === 'report' || read === 'reading' || read === 'failed') return;
    if (!isWorthALook()) return;
    const here = address;
    const kept = await chrome.storage.local.get(settingKey());
    if (kept[settingKey()] === true || here !== address || signal.aborted) return;
    await (await load()).read(false);
  }

  /** The page went on to another address, without loading. */
  function moved() {
    const now = addressOf(location.href);
    if (now === address || isOrphan()) return;
    address = now;
    host?.stop();
    looks = 0;
    clearTimeout(timer);
    timer = 0;
    watch();
    later();
  }

  /** Looks soon; changes that come meanwhile are seen by the same look. */
  function later() {
    if (timer) return;
    timer = setTimeout(() => {
      timer = 0;
      looks += 1;
      if (looks >= MAX_LOOKS) observer.disconnect();
      void look();
    }, WAIT * (looks + 1));
  }

  const observer = new MutationObserver(() => {
    moved();
    later();
  });
  function watch() {
    observer.disconnect();
    observer.observe(document, { childList: true, subtree: true });
  }

  const navigation = /** @type {{navigation?: EventTarget}} */ (globalThis).navigation;
  navigation?.addEventListener('currententrychange', () => setTimeout(moved, 0), { signal });
  addEventListener('popstate', moved, { signal });
  addEventListener('hashchange', moved, { signal });
  // Where there is no `navigation`, a press is what most often moves on.
  if (!navigation) addEventListener('click', () => setTimeout(moved, 500), { signal, capture: true, passive: true });
  addEventListener('visibilitychange', () => void isOrphan(), { signal });
  addEventListener('pageshow', (event) => {
    // Back from the cache: the channel to a frame is gone, and the badge with it.
    if (event.persisted && !isOrphan()) {
      host?.stop();
      later();
    }
  }, { signal });

  chrome.runtime.onMessage.addListener((message, sender, answer) => {
    // From the popup only: it has no tab.
    if (sender.id !== chrome.runtime.id || sender.tab) return;
    const kind = message?.kind;
    if (kind === 'analyse') {
      void load().then((host) => host.read(true)).catch(() => {});
    } else if (kind === 'show') {
      void load().then((host) => host.show()).catch(() => {});
    } else if (kind === 'look') {
      void look();
    } else if (kind !== 'state') return;
    /** @type {import('../types.js').ToPopup} */
    const state = { url: location.href, host: location.hostname, path: location.pathname, title: title(), page: host?.page ?? { state: loading ? 'reading' : 'idle' } };
    answer(state);
  });

  watch();
  void look();
})();
