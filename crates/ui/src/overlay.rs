//! The overlay: a non-modal card over the page, or a pill.

use crate::components::about::about;
use crate::components::brand::brand;
use crate::components::clauses::ClauseList;
use crate::components::icon::{Icon, icon, icon_button, mark};
use crate::components::options::options;
use crate::components::peers::peers;
use crate::components::standing::{Standing, standing};
use crate::components::summary::summary;
use crate::dom::{El, Level, OnAction, SizeWatch, Ui};
use crate::text::{self, Counted};
use crate::{Action, Notice, OverlayModel, Placement, Side, style};
use std::cell::{Cell, OnceCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{KeyboardEvent, Node};

/// Room for the shadow around card and pill, as in `overlay.css`.
const EDGE: f64 = 16.0;

/// The card asks for no more height than this: it is a note beside the page, not a page.
const HIGHEST: f64 = 680.0;

/// A mounted overlay. Dropping it takes its nodes and listeners away.
pub struct Overlay {
    view: Rc<View>,
    _style: style::Applied,
    _sizes: Option<SizeWatch>,
}

/// Draws the overlay into `root`: a shadow root, or the body of a frame. The box of `root` is the
/// host's affair; the view fills it and asks for its size by [`Action::Resize`].
///
/// `on_action` may drop the overlay while it is called.
///
/// # Errors
/// The browser's error where `root` has no document or takes no children.
pub fn mount(root: &Node, model: OverlayModel, on_action: OnAction) -> Result<Overlay, JsValue> {
    let document = root.owner_document().ok_or("the root has no document")?;
    // The view takes its own part in an action before the host hears of it. It is known to its
    // own listeners weakly, so that nothing keeps it alive but the overlay.
    let known: Rc<OnceCell<Weak<View>>> = Rc::default();
    let this = Rc::clone(&known);
    let on_action: OnAction = Rc::new(move |action: Action| {
        if let Some(view) = this.get().and_then(Weak::upgrade) {
            view.takes_part(&action);
        }
        on_action(action);
    });
    let ui = Ui::new(document.clone(), on_action, Level::Two);
    let style = style::Applied::to(root, &document, &ui)?;
    let view = Rc::new(View::new(ui, &model));
    let _ = known.set(Rc::downgrade(&view));
    view.listen();
    view.set_placement(model.settings.placement);
    view.set_collapsed(model.settings.collapsed);
    root.append_child(view.root.node())?;
    let weak = Rc::downgrade(&view);
    let sizes = SizeWatch::new(
        [&view.head, &view.content, &view.foot, &view.pill],
        move || {
            if let Some(view) = weak.upgrade() {
                view.ask_for_size();
            }
        },
    );
    view.ask_for_size();
    Ok(Overlay {
        view,
        _style: style,
        _sizes: sizes,
    })
}

impl Overlay {
    /// Marks a clause as the active one, such as after a press on its highlight in the page;
    /// `None` marks none. Emits nothing.
    pub fn set_active_clause(&self, clause: Option<usize>) {
        self.view.set_active(clause);
    }

    /// Moves to the next clause, or the previous one; wraps around. Emits
    /// [`Action::ShowClause`]. For the browser's keyboard commands.
    pub fn step(&self, forward: bool) {
        self.view.step(forward);
    }

    /// Makes a pill of the card, or a card of the pill. Emits nothing but [`Action::Resize`].
    pub fn set_collapsed(&self, collapsed: bool) {
        self.view.set_collapsed(collapsed);
        self.view.ask_for_size();
    }

    /// Lies down in another way, such as when the window became narrow. Emits nothing but
    /// [`Action::Resize`].
    pub fn set_placement(&self, placement: Placement) {
        self.view.set_placement(placement);
        self.view.ask_for_size();
    }

    /// Puts the keyboard focus on the card or the pill.
    pub fn focus(&self) {
        self.view.focus();
    }

    /// Shows a notice and reads it out; it goes with the next action.
    pub fn notify(&self, notice: Notice) {
        let words = match notice {
            Notice::Copied => text::COPIED,
            Notice::CopyFailed => text::COPY_FAILED,
            Notice::ClauseGone => text::CLAUSE_GONE,
        };
        self.view.status.set_text(words);
    }
}

impl Drop for Overlay {
    fn drop(&mut self) {
        self.view.root.remove();
    }
}

struct View {
    ui: Ui,
    root: El,
    card: El,
    head: El,
    content: El,
    foot: El,
    pill: El,
    pill_button: El,
    collapse: El,
    /// Previous, where we are, next; `None` without clauses.
    nav: Option<[El; 3]>,
    status: El,
    clauses: Option<ClauseList>,
    count: usize,
    active: Cell<Option<usize>>,
    collapsed: Cell<bool>,
    placement: Cell<Placement>,
    asked_for: Cell<(f64, f64)>,
}

impl View {
    fn new(ui: Ui, model: &OverlayModel) -> Self {
        let count = model.report.clauses.len();
        let collapse = ui.emits(
            icon_button(&ui, Icon::Collapse, text::COLLAPSE),
            Action::Collapse,
        );
        let close = ui.emits(icon_button(&ui, Icon::Close, text::CLOSE), Action::Close);
        let kind = text::page_kind(model.report.kind);
        let head = ui
            .el("header")
            .child(brand(&ui, kind, [collapse.clone(), close]));

        let clauses = ClauseList::new(&ui, &model.report);
        let options = options(&ui, model);
        let read = Standing::of(&model.report).is_read();
        // An unread page of an unknown platform is like nothing that could stand beside it.
        let compares = read || model.platform.is_some();
        let content = ui
            .el("div")
            .class("content")
            .child(standing(&ui, model, Some(&options)))
            .maybe(summary(&ui, &model.report))
            .child(options)
            .maybe(clauses.as_ref().map(|clauses| clauses.section.clone()))
            .maybe(compares.then(|| peers(&ui, &model.comparison, read)))
            .child(about(&ui));
        // What scrolls must be reachable by keyboard, even where nothing in it takes focus.
        let scroll = ui
            .el("div")
            .class("scroll")
            .attr("tabindex", "0")
            .attr("role", "group");
        let scroll = scroll
            .attr("aria-label", text::READING)
            .child(content.clone());

        let nav = (count > 1).then(|| {
            [
                icon_button(&ui, Icon::Previous, text::PREVIOUS),
                ui.el("span").class("where").attr("aria-live", "polite"),
                icon_button(&ui, Icon::Next, text::NEXT),
            ]
        });
        let nav_bar = nav.clone().map(|nav| {
            let bar = ui.el("div").class("nav").attr("role", "group");
            bar.attr("aria-label", text::CLAUSES_NAV).children(nav)
        });
        let status = ui.el("p").class("status").attr("role", "status");
        let not_here = ui.emits(
            ui.button("quiet-button", text::NOT_HERE),
            Action::NotOnThisSite,
        );
        let foot = ui
            .el("footer")
            .maybe(nav_bar)
            .child(not_here)
            .child(status.clone());
        let card = ui.el("div").class("card").attr("tabindex", "-1");
        let card = card.child(head.clone()).child(scroll).child(foot.clone());

        let (pill, pill_button) = pill(&ui, model);
        let root = ui
            .el("aside")
            .class("cl overlay")
            .attr("lang", text::LANG)
            .attr("dir", text::DIR)
            .attr("aria-label", text::REGION)
            .child(pill.clone())
            .child(card.clone());
        let view = Self {
            ui,
            root,
            card,
            head,
            content,
            foot,
            pill,
            pill_button,
            collapse,
            nav,
            status,
            clauses,
            count,
            active: Cell::new(None),
            collapsed: Cell::new(false),
            placement: Cell::new(model.settings.placement),
            asked_for: Cell::default(),
        };
        view.say_where();
        view
    }

    fn listen(self: &Rc<Self>) {
        if let Some([previous, _, next]) = &self.nav {
            for (button, forward) in [(previous, false), (next, true)] {
                let view = Rc::downgrade(self);
                self.ui.on_press(button, move || {
                    if let Some(view) = view.upgrade() {
                        view.step(forward);
                    }
                });
            }
        }
        // Keys pressed in the card are none of the page's business: its shortcuts stay still.
        for event in ["keydown", "keyup", "keypress"] {
            let view = Rc::downgrade(self);
            self.ui.on(&self.root, event, move |event| {
                event.stop_propagation();
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                let escape = event.type_() == "keydown" && key.as_deref() == Some("Escape");
                if let (true, Some(view)) = (escape, view.upgrade()) {
                    event.prevent_default();
                    view.ui.act(Action::Close);
                }
            });
        }
    }

    /// What the view does of its own when an action is on its way to the host.
    fn takes_part(&self, action: &Action) {
        match action {
            Action::Resize { .. } => return,
            Action::ShowClause(index) => self.set_active(Some(*index)),
            Action::Collapse | Action::Expand => {
                self.set_collapsed(*action == Action::Collapse);
                self.ask_for_size();
            }
            _ => {}
        }
        self.status.set_text("");
    }

    fn step(&self, forward: bool) {
        if self.count == 0 {
            return;
        }
        let next = match (self.active.get(), forward) {
            (None, true) => 0,
            (None, false) => self.count - 1,
            (Some(at), true) => (at + 1) % self.count,
            (Some(at), false) => (at + self.count - 1) % self.count,
        };
        self.ui.act(Action::ShowClause(next));
    }

    fn set_active(&self, clause: Option<usize>) {
        let clause = clause.filter(|index| *index < self.count);
        self.active.set(clause);
        if let Some(clauses) = &self.clauses {
            clauses.set_active(clause);
        }
        self.say_where();
    }

    fn say_where(&self) {
        let Some([_, label, _]) = &self.nav else {
            return;
        };
        label.set_text(&match self.active.get() {
            Some(index) => text::clause_of(index + 1, self.count),
            None => text::counted(self.count, Counted::Clauses),
        });
    }

    fn set_collapsed(&self, collapsed: bool) {
        let had_focus = self.root.has_focus();
        self.collapsed.set(collapsed);
        self.card.flag("hidden", collapsed);
        self.pill.flag("hidden", !collapsed);
        if had_focus {
            if collapsed {
                self.pill_button.focus()
            } else {
                self.collapse.focus()
            }
        }
    }

    fn set_placement(&self, placement: Placement) {
        self.placement.set(placement);
        self.root.set(
            "data-placement",
            match placement {
                Placement::Card(Side::Right) => "right",
                Placement::Card(Side::Left) => "left",
                Placement::Sheet => "sheet",
            },
        );
    }

    fn focus(&self) {
        if self.collapsed.get() {
            self.pill_button.focus()
        } else {
            self.card.focus()
        }
    }

    /// Asks for the box that would show everything, when that has changed.
    fn ask_for_size(&self) {
        let (width, height) = if self.collapsed.get() {
            let (width, height) = self.pill.size();
            (width + 2.0 * EDGE, height + 2.0 * EDGE)
        } else {
            let edge = if self.placement.get() == Placement::Sheet {
                0.0
            } else {
                EDGE
            };
            let parts = [&self.head, &self.content, &self.foot];
            let height: f64 = parts.iter().map(|part| part.size().1).sum();
            // Two for the borders of the card.
            (
                self.card.size().0 + 2.0 * edge,
                (height + 2.0).min(HIGHEST) + 2.0 * edge,
            )
        };
        let size = (width.ceil(), height.ceil());
        if size != self.asked_for.replace(size) {
            self.ui.act(Action::Resize {
                width: size.0,
                height: size.1,
            });
        }
    }
}

/// The pill, and the button in it that opens the card.
fn pill(ui: &Ui, model: &OverlayModel) -> (El, El) {
    let standing = Standing::of(&model.report);
    let open = ui
        .button("pill-open", "")
        .attr("aria-label", &text::pill(standing.label))
        .child(mark(ui, standing.mark, "small"))
        .child(ui.el("span").text(standing.label));
    let open = ui.emits(open, Action::Expand);
    let close = ui
        .button("icon-button", "")
        .attr("aria-label", text::CLOSE)
        .attr("title", text::CLOSE);
    let close = ui.emits(close.child(icon(ui, Icon::Close)), Action::Close);
    (
        ui.el("div").class("pill").child(open.clone()).child(close),
        open,
    )
}
