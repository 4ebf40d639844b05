<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Choices</name>
    <message>
        <location filename="ui/parts/choice_dialog.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <location filename="ui/parts/confirm_dialog.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>Connect an account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <location filename="ui/window/connect_sign_in.py"/>
        <source>Copy the code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <location filename="ui/window/connect_scopes.py"/>
        <source>Copy the list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>Edit {name}</source>
        <translation>{name} bearbeiten</translation>
    </message>
    <message>
        <location filename="ui/window/connect_sign_in.py"/>
        <source>Enter this code at {page}: {code}</source>
        <translation>Diesen Code auf {page} eingeben: {code}</translation>
    </message>
    <message>
        <location filename="ui/window/connect_token.py"/>
        <source>Environment variable</source>
        <translation>Umgebungsvariable</translation>
    </message>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>Keeping it… The desktop may ask for its keyring.</source>
        <translation>Wird behalten … Der Desktop fragt vielleicht nach dem Schlüsselbund.</translation>
    </message>
    <message>
        <location filename="ui/window/connect_token.py"/>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>Name a variable in place of the keyring</source>
        <translation>Statt des Schlüsselbunds eine Variable nennen</translation>
    </message>
    <message>
        <location filename="ui/window/connect_token.py"/>
        <source>Name of the variable</source>
        <translation>Name der Variable</translation>
    </message>
    <message>
        <location filename="ui/window/connect_sign_in.py"/>
        <source>Open the page for the code</source>
        <translation>Seite für den Code öffnen</translation>
    </message>
    <message>
        <location filename="ui/window/connect_scopes.py"/>
        <source>Open the page where a token is made</source>
        <translation>Seite öffnen, auf der ein Token entsteht</translation>
    </message>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <location filename="ui/window/connect_sign_in.py"/>
        <source>Sign in at GitHub with a code</source>
        <translation>Bei GitHub mit einem Code anmelden</translation>
    </message>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <location filename="ui/window/connect_dialog.py"/>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="ui/window/connect_scopes.py"/>
        <source>The token has to be made with:</source>
        <translation>Das Token braucht:</translation>
    </message>
    <message>
        <location filename="ui/window/connect_token.py"/>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location filename="ui/window/connect_token.py"/>
        <source>Token kept in</source>
        <translation>Token liegt in</translation>
    </message>
    <message>
        <location filename="ui/window/connect_token.py"/>
        <source>Use the login of GitHub's command line</source>
        <translation>Anmeldung der GitHub-Befehlszeile verwenden</translation>
    </message>
    <message>
        <location filename="ui/window/connect_token.py"/>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <location filename="ui/window/connect_fields.py"/>
        <source>can stay empty</source>
        <translation>kann leer bleiben</translation>
    </message>
    <message>
        <location filename="ui/window/connect_token.py"/>
        <source>kept in the keyring; empty leaves it</source>
        <translation>liegt im Schlüsselbund; leer bleibt es so</translation>
    </message>
</context>
<context>
    <name>Emails</name>
    <message>
        <location filename="ui/emails_dialog.py"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/emails_dialog.py"/>
        <source>Another e-mail of your commits</source>
        <translation>Weitere E-Mail eigener Commits</translation>
    </message>
    <message>
        <location filename="ui/emails_dialog.py"/>
        <source>Commit e-mails</source>
        <translation>Commit-E-Mails</translation>
    </message>
    <message>
        <location filename="ui/emails_dialog.py"/>
        <source>Commits by the ticked e-mails count as yours.</source>
        <translation>Commits der angekreuzten E-Mails zählen als eigene.</translation>
    </message>
    <message>
        <location filename="ui/emails_dialog.py"/>
        <source>Your commit e-mails</source>
        <translation>Eigene Commit-E-Mails</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <location filename="ui/parts/fields.py"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="ui/parts/choices.py"/>
        <source>{name}: {choice}</source>
        <translation>{name}: {choice}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>Add a log folder…</source>
        <translation>Log-Ordner hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>Add a repository…</source>
        <translation>Repository hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>Add another</source>
        <translation>Weitere hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>Another e-mail of your commits</source>
        <translation>Weitere E-Mail eigener Commits</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>How far the reading is</source>
        <translation>Wie weit das Lesen ist</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>Look at sample data</source>
        <translation>Beispieldaten ansehen</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>Show this week</source>
        <translation>Diese Woche zeigen</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>Start with the session, stay in the tray</source>
        <translation>Mit der Sitzung starten, im Infobereich bleiben</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>What never leaves</source>
        <translation>Was nie das Gerät verlässt</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>What will be read</source>
        <translation>Was gelesen wird</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>Which repositories are work</source>
        <translation>Welche Repositorys Arbeit sind</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>Your commit e-mails</source>
        <translation>Eigene Commit-E-Mails</translation>
    </message>
</context>
<context>
    <name>Popover</name>
    <message>
        <location filename="ui/parts/header.py"/>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <location filename="ui/parts/first.py"/>
        <source>Add a log folder…</source>
        <translation>Log-Ordner hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/parts/notice.py"/>
        <source>Choose repositories…</source>
        <translation>Repositorys auswählen…</translation>
    </message>
    <message>
        <location filename="ui/parts/foot.py"/>
        <source>Commit e-mails…</source>
        <translation>Commit-E-Mails…</translation>
    </message>
    <message>
        <location filename="ui/parts/header.py"/>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <location filename="ui/parts/foot.py"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="ui/parts/foot.py"/>
        <source>Open Outlay</source>
        <translation>Outlay öffnen</translation>
    </message>
    <message>
        <location filename="ui/dialogs.py"/>
        <source>Outlay</source>
        <translation>Outlay</translation>
    </message>
    <message>
        <location filename="ui/parts/foot.py"/>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <location filename="ui/parts/foot.py"/>
        <source>Quit Outlay</source>
        <translation>Outlay beenden</translation>
    </message>
    <message>
        <location filename="ui/parts/foot.py"/>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <location filename="ui/parts/foot.py"/>
        <source>Repositories…</source>
        <translation>Repositorys…</translation>
    </message>
    <message>
        <location filename="ui/parts/foot.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/parts/band.py"/>
        <source>Sample data, not your own</source>
        <translation>Beispieldaten, keine eigenen</translation>
    </message>
    <message>
        <location filename="ui/parts/foot.py"/>
        <source>Sources…</source>
        <translation>Quellen…</translation>
    </message>
    <message>
        <location filename="ui/tray_app.py"/>
        <source>This desktop shows no tray, so the figures stand in this window. A tray that comes later is used.</source>
        <translation>Dieser Desktop zeigt keinen Infobereich, deshalb stehen die Zahlen in diesem Fenster. Ein später erscheinender wird genutzt.</translation>
    </message>
    <message>
        <location filename="ui/parts/header.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="ui/parts/first.py"/>
        <source>Try the sample data</source>
        <translation>Beispieldaten ansehen</translation>
    </message>
</context>
<context>
    <name>Repositories</name>
    <message>
        <location filename="ui/repositories_dialog.py"/>
        <source>Folder of a git repository</source>
        <translation>Ordner eines Git-Repositorys</translation>
    </message>
    <message>
        <location filename="ui/repositories_dialog.py"/>
        <source>No repository is known from the logs yet. Choose one by its folder.</source>
        <translation>Aus den Logs ist noch kein Repository bekannt. Eines lässt sich über seinen Ordner auswählen.</translation>
    </message>
    <message>
        <location filename="ui/repositories_dialog.py"/>
        <source>Other folder…</source>
        <translation>Anderer Ordner…</translation>
    </message>
    <message>
        <location filename="ui/repositories_dialog.py"/>
        <source>Repositories</source>
        <translation>Repositorys</translation>
    </message>
    <message>
        <location filename="ui/repositories_dialog.py"/>
        <source>Repositories your tools worked in</source>
        <translation>Repositorys, in denen die Werkzeuge gearbeitet haben</translation>
    </message>
    <message>
        <location filename="ui/repositories_dialog.py"/>
        <source>Your commits in the ticked ones count. One without its tick is not read any more and does not count.</source>
        <translation>Eigene Commits in den angekreuzten zählen. Ohne Kreuz wird ein Repository nicht mehr gelesen und zählt nicht.</translation>
    </message>
    <message>
        <location filename="ui/repositories_dialog.py"/>
        <source>Your tools worked in these. Outlay reads the commits of those you tick.</source>
        <translation>In diesen haben die Werkzeuge gearbeitet. Outlay liest die Commits der angekreuzten.</translation>
    </message>
</context>
<context>
    <name>Shipped</name>
    <message>
        <location filename="ui/window/pages/shipped_split.py"/>
        <source>1 to 1,000,000</source>
        <translation>1 bis 1.000.000</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_pane.py"/>
        <source>Add a note…</source>
        <translation>Notiz hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>Add finished work by hand</source>
        <translation>Fertige Arbeit von Hand eintragen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_list.py"/>
        <source>Add finished work…</source>
        <translation>Fertige Arbeit eintragen…</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_acts.py"/>
        <source>All of the session counts for the item that is chosen.</source>
        <translation>Die ganze Sitzung zählt für den gewählten Posten.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_split.py"/>
        <source>Another item</source>
        <translation>Weiterer Posten</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>Belongs to another item…</source>
        <translation>Gehört zu anderem Posten…</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>Belongs to no item</source>
        <translation>Gehört zu keinem Posten</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_list.py"/>
        <source>By {name}</source>
        <translation>Nach {name}</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_pane.py"/>
        <source>Change the note…</source>
        <translation>Notiz ändern…</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_pane.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_pane.py"/>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_filters.py"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped.py"/>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>Dismiss</source>
        <translation>Nicht zählen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>Dismiss {title}?</source>
        <translation>{title} nicht zählen?</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_pane.py"/>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_list.py"/>
        <source>Filter by title, ticket, label</source>
        <translation>Titel, Ticket oder Label</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>Finished on</source>
        <translation>Fertig am</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>For work that left no commit. Sessions can be linked to it afterwards.</source>
        <translation>Für Arbeit ohne Commit. Sitzungen lassen sich danach damit verknüpfen.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_list.py"/>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_pane.py"/>
        <source>How?</source>
        <translation>Wie?</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped.py"/>
        <source>It does not count as shipped work, set by you.</source>
        <translation>Zählt nicht als ausgelieferte Arbeit, selbst gesetzt.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped.py"/>
        <source>It is not known which item this is.</source>
        <translation>Es ist nicht bekannt, welcher Posten das ist.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>It is taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>It no longer counts as shipped work, here or anywhere else.</source>
        <translation>Es zählt dann nicht mehr als ausgeliefert, weder hier noch anderswo.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_split.py"/>
        <source>Item {number}</source>
        <translation>Posten {number}</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_split.py"/>
        <source>Its money is shared out by these weights: 2 and 1 give two thirds and one third.</source>
        <translation>Ihr Geld wird nach diesen Gewichten verteilt: 2 und 1 ergeben zwei Drittel und ein Drittel.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_filters.py"/>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_acts.py"/>
        <source>Link a session to {title}</source>
        <translation>Sitzung mit {title} verknüpfen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_pane.py"/>
        <source>Link a session…</source>
        <translation>Sitzung verknüpfen…</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_acts.py"/>
        <source>Link it</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_split.py"/>
        <source>No item</source>
        <translation>Kein Posten</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_list.py"/>
        <source>None</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_list.py"/>
        <source>Not grouped</source>
        <translation>Nicht gruppiert</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_acts.py"/>
        <source>One turn</source>
        <translation>Eine Runde</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>Only you see it. An empty note is taken away.</source>
        <translation>Nur hier sichtbar. Eine leere Notiz wird entfernt.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_list.py"/>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_acts.py"/>
        <source>Search items</source>
        <translation>Posten suchen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_acts.py"/>
        <source>Search tool, project, branch, day</source>
        <translation>Werkzeug, Projekt, Branch, Tag suchen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_split.py"/>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_split.py"/>
        <source>Split a session</source>
        <translation>Sitzung aufteilen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_split.py"/>
        <source>Split it</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>Split it…</source>
        <translation>Aufteilen…</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_pane.py"/>
        <source>Split…</source>
        <translation>Aufteilen…</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_filters.py"/>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_list.py"/>
        <source>The item that is open is not in this list.</source>
        <translation>Der geöffnete Posten steht nicht in dieser Liste.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_list.py"/>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_split.py"/>
        <source>Title or reference</source>
        <translation>Titel oder Kennung</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_filters.py"/>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped.py"/>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_split.py"/>
        <source>Weight of item {number}</source>
        <translation>Gewicht von Posten {number}</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_acts.py"/>
        <source>What belongs to it</source>
        <translation>Was dazugehört</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>What was done, in a few words</source>
        <translation>Was getan wurde, in wenigen Worten</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>What was spent on it is not linked then. Undo stays below the list.</source>
        <translation>Die Ausgaben dafür sind dann nicht verknüpft. Zurücknehmen bleibt unter der Liste.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_acts.py"/>
        <source>Where {session} belongs</source>
        <translation>Wohin {session} gehört</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_list.py"/>
        <source>Which items</source>
        <translation>Welche Posten</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_acts.py"/>
        <source>Whole session</source>
        <translation>Ganze Sitzung</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>Your note</source>
        <translation>Eigene Notiz</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>Your note is kept.</source>
        <translation>Die Notiz ist gespeichert.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_entry.py"/>
        <source>Your note on {title}</source>
        <translation>Eigene Notiz zu {title}</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>{session} belongs to no item now.</source>
        <translation>{session} gehört jetzt zu keinem Posten.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>{session} belongs to {title} now.</source>
        <translation>{session} gehört jetzt zu {title}.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>{session} is split by your weights now.</source>
        <translation>{session} ist jetzt nach eigenen Gewichten aufgeteilt.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>{title} does not count as shipped work now.</source>
        <translation>{title} zählt jetzt nicht als ausgeliefert.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/shipped_correct.py"/>
        <source>{title} is entered.</source>
        <translation>{title} ist eingetragen.</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <location filename="ui/window/group_dialog.py"/>
        <source>A client or a product. A project is in one group at most.</source>
        <translation>Ein Kunde oder ein Produkt. Ein Projekt ist in höchstens einer Gruppe.</translation>
    </message>
    <message>
        <location filename="ui/window/account_rows.py"/>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <location filename="ui/window/group_dialog.py"/>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Add a group…</source>
        <translation>Gruppe hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/sources_dialog.py"/>
        <source>Add a log folder…</source>
        <translation>Log-Ordner hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Add a repository…</source>
        <translation>Repository hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/window/account_rows.py"/>
        <source>Add an account…</source>
        <translation>Konto hinzufügen …</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Add another</source>
        <translation>Weitere hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Another e-mail of your commits</source>
        <translation>Weitere E-Mail eigener Commits</translation>
    </message>
    <message>
        <location filename="ui/window/account_acts.py"/>
        <source>Asking {name}…</source>
        <translation>{name} wird gefragt …</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Check all now</source>
        <translation>Alle jetzt prüfen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Corrections of past days</source>
        <translation>Korrekturen vergangener Tage</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Delete everything Outlay stored here?</source>
        <translation>Alles löschen, was Outlay hier gespeichert hat?</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Delete everything…</source>
        <translation>Alles löschen…</translation>
    </message>
    <message>
        <location filename="ui/window/account_rows.py"/>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Export everything…</source>
        <translation>Alles exportieren…</translation>
    </message>
    <message>
        <location filename="ui/sources_dialog.py"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="ui/window/pages/first_run.py"/>
        <source>Folder of a git repository</source>
        <translation>Ordner eines Git-Repositorys</translation>
    </message>
    <message>
        <location filename="ui/window/group_dialog.py"/>
        <source>Folder of a project</source>
        <translation>Ordner eines Projekts</translation>
    </message>
    <message>
        <location filename="ui/dialogs.py"/>
        <source>Folder with logs</source>
        <translation>Ordner mit Logs</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Forget {name}?</source>
        <translation>{name} vergessen?</translation>
    </message>
    <message>
        <location filename="ui/window/group_dialog.py"/>
        <source>Group of projects</source>
        <translation>Projektgruppe</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Groups of projects</source>
        <translation>Projektgruppen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Keep what I said about its items</source>
        <translation>Eigene Angaben zu den Posten behalten</translation>
    </message>
    <message>
        <location filename="ui/sources_dialog.py"/>
        <source>Last read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Looking…</source>
        <translation>Sieht nach…</translation>
    </message>
    <message>
        <location filename="ui/window/group_dialog.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="ui/window/group_dialog.py"/>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Own commits</source>
        <translation>Eigene Commits</translation>
    </message>
    <message>
        <location filename="ui/sources_dialog.py"/>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="ui/sources_dialog.py"/>
        <source>Places looked at</source>
        <translation>Durchsuchte Orte</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <location filename="ui/window/account_acts.py"/>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="ui/window/account_acts.py"/>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <location filename="ui/window/account_rows.py"/>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Repositories, read only if ticked</source>
        <translation>Repositorys, nur angekreuzt gelesen</translation>
    </message>
    <message>
        <location filename="ui/window/group_dialog.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="ui/sources_dialog.py"/>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <location filename="ui/sources_dialog.py"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Stop the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <location filename="ui/window/account_rows.py"/>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="ui/window/first_run_parts.py"/>
        <source>This is no e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>To go on, type: {word}</source>
        <translation>Zum Fortfahren eingeben: {word}</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>What you said</source>
        <translation>Eigene Angaben</translation>
    </message>
    <message>
        <location filename="ui/window/sources_parts.py"/>
        <source>Your commit e-mails</source>
        <translation>Eigene Commit-E-Mails</translation>
    </message>
    <message>
        <location filename="ui/window/pages/sources.py"/>
        <source>Zip files (*.zip)</source>
        <translation>Zip-Dateien (*.zip)</translation>
    </message>
    <message>
        <location filename="ui/window/account_rows.py"/>
        <source>{act}: {name}</source>
        <translation>{act}: {name}</translation>
    </message>
</context>
<context>
    <name>Spend</name>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>A price for {model}</source>
        <translation>Ein Preis für {model}</translation>
    </message>
    <message>
        <location filename="ui/parts/crumbs.py"/>
        <source>Back to {name}</source>
        <translation>Zurück zu {name}</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>Cache read</source>
        <translation>Cache gelesen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>Cache written</source>
        <translation>Cache geschrieben</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>For all days</source>
        <translation>Für alle Tage</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>From the day</source>
        <translation>Ab dem Tag</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend.py"/>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>In US dollars per million tokens. It holds in place of the price in the list.</source>
        <translation>In US-Dollar je Million Tokens. Er gilt anstelle des Preises in der Liste.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_session.py"/>
        <source>It belongs to no item</source>
        <translation>Sie gehört zu keinem Posten</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_session.py"/>
        <source>Link this session…</source>
        <translation>Diese Sitzung verknüpfen…</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_session.py"/>
        <source>Link turn {turn}…</source>
        <translation>Runde {turn} verknüpfen…</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend.py"/>
        <source>Prices used</source>
        <translation>Verwendete Preise</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>Set the price</source>
        <translation>Preis festlegen</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_session.py"/>
        <source>The whole session</source>
        <translation>Die ganze Sitzung</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend.py"/>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_session.py"/>
        <source>Turn {turn} belongs to no item</source>
        <translation>Runde {turn} gehört zu keinem Posten</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_acts.py"/>
        <source>Turn {turn} counts for the item that is chosen.</source>
        <translation>Runde {turn} zählt für den gewählten Posten.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>Write it as {example}.</source>
        <translation>Bitte als {example} schreiben.</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>Written for 1 hour</source>
        <translation>Für 1 Stunde geschrieben</translation>
    </message>
    <message>
        <location filename="ui/window/pages/spend_price_dialog.py"/>
        <source>as input when empty</source>
        <translation>leer: wie Eingabe</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <location filename="ui/parts/table_menu.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="ui/parts/table_menu.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="ui/parts/table_head.py"/>
        <source>Sort by {column}</source>
        <translation>Nach {column} sortieren</translation>
    </message>
    <message>
        <location filename="ui/parts/table_head.py"/>
        <source>Sorted by {column}</source>
        <translation>Sortiert nach {column}</translation>
    </message>
    <message>
        <location filename="ui/parts/table_head.py"/>
        <source>Sorted by {column}, Z first</source>
        <translation>Sortiert nach {column}, Z zuerst</translation>
    </message>
    <message>
        <location filename="ui/parts/table_head.py"/>
        <source>Sorted by {column}, largest first</source>
        <translation>Sortiert nach {column}, Größtes zuerst</translation>
    </message>
    <message>
        <location filename="ui/parts/table_head.py"/>
        <source>Sorted by {column}, smallest first</source>
        <translation>Sortiert nach {column}, Kleinstes zuerst</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="ui/tray.py"/>
        <source>Open Outlay</source>
        <translation>Outlay öffnen</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/tray.py"/>
        <source>Show figures</source>
        <translation>Zahlen zeigen</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <location filename="ui/window/sidebar.py"/>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <location filename="ui/window/picker.py"/>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <location filename="ui/window/span_dialog.py"/>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <location filename="ui/window/pages/first_run.py"/>
        <source>First run</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <location filename="ui/window/span_dialog.py"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location filename="ui/window/picker.py"/>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <location filename="ui/window/picker.py"/>
        <source>Length: {unit}</source>
        <translation>Länge: {unit}</translation>
    </message>
    <message>
        <location filename="ui/window/entries.py"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location filename="ui/window/shell.py"/>
        <source>Outlay, sample data</source>
        <translation>Outlay, Beispieldaten</translation>
    </message>
    <message>
        <location filename="ui/window/span_dialog.py"/>
        <source>Own days</source>
        <translation>Eigene Tage</translation>
    </message>
    <message>
        <location filename="ui/window/picker.py"/>
        <source>Own days…</source>
        <translation>Eigene Tage…</translation>
    </message>
    <message>
        <location filename="ui/window/picker.py"/>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <location filename="ui/window/head.py"/>
        <source>Read my own logs</source>
        <translation>Eigene Logs lesen</translation>
    </message>
    <message>
        <location filename="ui/window/head.py"/>
        <source>Sample data, not your own.</source>
        <translation>Beispieldaten, keine eigenen.</translation>
    </message>
    <message>
        <location filename="ui/window/search.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="ui/window/entries.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="ui/window/entries.py"/>
        <source>Shipped</source>
        <translation>Ausgeliefert</translation>
    </message>
    <message>
        <location filename="ui/window/span_dialog.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="ui/window/entries.py"/>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <location filename="ui/window/entries.py"/>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <location filename="ui/window/head.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="ui/window/entries.py"/>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>Worker</name>
    <message>
        <location filename="ui/worker_process.py"/>
        <source>It is tried again at the next refresh.</source>
        <translation>Beim nächsten Aktualisieren wird es erneut versucht.</translation>
    </message>
    <message>
        <location filename="ui/worker_process.py"/>
        <source>The reading could not be started.</source>
        <translation>Das Lesen ließ sich nicht starten.</translation>
    </message>
    <message>
        <location filename="ui/worker_process.py"/>
        <source>The reading stopped before it was done.</source>
        <translation>Das Lesen endete, bevor es fertig war.</translation>
    </message>
</context>
<context>
    <name>presenters</name>
    <message>
        <location filename="presenters/pages/item_cells.py"/>
        <source>+ {amount}</source>
        <translation>+ {amount}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>+ {amount} context</source>
        <translation>+ {amount} Kontext</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/items.py"/>
        <source>, {n} requests without a price</source>
        <comment>, {n} request without a price</comment>
        <translation>
            <numerusform>, {n} Anfrage ohne Preis</numerusform>
            <numerusform>, {n} Anfragen ohne Preis</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <location filename="presenters/periods.py"/>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <location filename="presenters/tokens.py"/>
        <source>&lt; 1 %</source>
        <translation>&lt; 1 %</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>A board that ranks people by tokens adds all of them up. Most of that sum is cache read: the same text, read again with every request of a long session. It says how long sessions were, not what they were worth.</source>
        <translation>Eine Tafel, die Menschen nach Tokens ordnet, zählt alle zusammen. Das meiste davon ist aus dem Cache Gelesenes: derselbe Text, mit jeder Anfrage einer langen Sitzung erneut gelesen. Das sagt, wie lang Sitzungen waren, nicht, was sie wert waren.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>A fix that landed within {days} after an item, and at least {share} of whose replaced lines came from that item, is a candidate. So is one that names the item. Candidates wait for your yes or no; about four in ten are none.</source>
        <translation>Eine Fehlerbehebung, die binnen {days} nach einem Posten übernommen wurde und deren ersetzte Zeilen zu mindestens {share} von ihm stammen, ist ein Kandidat; ebenso eine, die den Posten nennt. Kandidaten warten auf ein Ja oder Nein; etwa vier von zehn sind keine.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>A forge or tracker tells of your pull requests and tickets with their titles and times, which git does not know. Only the hosts of accounts you add are asked.</source>
        <translation>Ein Git-Dienst oder Ticketsystem nennt deine Pull Requests und Tickets mit Titeln und Zeiten, die git nicht kennt. Gefragt werden nur die Hosts der Konten, die du hinzufügst.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>A formatter may break lines anew. So runs of four words are compared as well: a line is the agent's when {same} of its words are covered, and changed by a person since from {touched} on; changed lines count half.</source>
        <translation>Ein Formatierer kann Zeilen neu umbrechen. Deshalb werden auch Folgen von vier Wörtern verglichen: Eine Zeile ist vom Agenten, wenn {same} ihrer Wörter gedeckt sind, und seither von einem Menschen geändert ab {touched}; geänderte Zeilen zählen halb.</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>A later fix may concern {fixes} of the {held} that held</source>
        <translation>Eine spätere Korrektur könnte {fixes} der {held} bewährten betreffen</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>A request whose model has no public price is counted and stands in no sum. Every sum above it is then marked ≥, at least. You can set a price of your own, from a day on, in Spend.</source>
        <translation>Eine Anfrage, deren Modell keinen öffentlichen Preis hat, wird gezählt und steht in keiner Summe. Jede Summe darüber trägt dann ≥, mindestens. Unter Ausgaben lässt sich ab einem Tag ein eigener Preis festlegen.</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>A running token count fell {n} times, so use around it may be missing.</source>
        <comment>A running token count fell {n} time, so use around it may be missing.</comment>
        <translation>
            <numerusform>Ein laufender Tokenzähler fiel {n} Mal, daher kann Nutzung um diese Stelle fehlen.</numerusform>
            <numerusform>Ein laufender Tokenzähler fiel {n} Mal, daher kann Nutzung um diese Stellen fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>A sign-in or a proxy may stand in between: check the address, the token and the VPN.</source>
        <translation>Eine Anmeldung oder ein Proxy kann dazwischen stehen: Adresse, Token und VPN prüfen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>A time window alone, an address that was only read, or an agent named in a commit never link money. Your own word beats every rule, can be taken back and survives every new reading.</source>
        <translation>Ein Zeitfenster allein, eine nur gelesene Adresse oder ein im Commit genannter Agent verknüpfen nie Geld. Die eigene Angabe geht jeder Regel vor, lässt sich zurücknehmen und übersteht jedes neue Lesen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>A turn is one prompt and all that followed until the next; a subagent's requests belong to the turn that started it. A turn goes to the items its landed lines are in, by weight; it needs a weight of {weight}, or {share} of what it wrote. Items with less than {item} of a turn are left out of it.</source>
        <translation>Eine Runde ist ein Prompt und alles Folgende bis zum nächsten; Anfragen eines Unteragenten gehören zu der Runde, die ihn startete. Eine Runde geht nach Gewicht an die Posten mit ihren übernommenen Zeilen; sie braucht ein Gewicht von {weight} oder {share} des Geschriebenen. Posten mit weniger als {item} einer Runde bleiben dabei weg.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>A turn without a sign of its own goes where the next one with a sign in its session went, within {following}, else where the one before went, within {before}. A short question before other work is left alone.</source>
        <translation>Eine Runde ohne eigenes Zeichen geht dorthin, wohin die nächste mit Zeichen in ihrer Sitzung ging, binnen {following}, sonst dorthin, wohin die vorige ging, binnen {before}. Eine kurze Frage vor anderer Arbeit bleibt für sich.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>A web page came where {system} should answer with data.</source>
        <translation>Es kam eine Webseite, wo {system} mit Daten antworten sollte.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>Active days are those with a commit of yours or a turn with direct evidence. Coding and review need a forge, a cycle time a tracker; without them they are left out, never guessed. Days and weeks are cut in your time zone.</source>
        <translation>Aktive Tage sind solche mit einem eigenen Commit oder einer Runde mit direktem Beleg. Programmieren und Review brauchen eine Forge, eine Durchlaufzeit einen Tracker; ohne sie fehlen sie und werden nie geschätzt. Tage und Wochen richten sich nach der eigenen Zeitzone.</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Active on</source>
        <translation>Aktiv an</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>After merge</source>
        <translation>Nach dem Merge</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Agent actions</source>
        <translation>Agentenaktionen</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Agent actions beside finished items</source>
        <translation>Agentenaktionen neben fertigen Posten</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/review.py"/>
        <source>Agents took part in {n} of them.</source>
        <comment>Agents took part in {n} of them.</comment>
        <translation>
            <numerusform>An {n} davon waren Agenten beteiligt.</numerusform>
            <numerusform>An {n} davon waren Agenten beteiligt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_sentences.py"/>
        <source>Agents took part in {took} of {n} items</source>
        <comment>Agents took part in {took} of {n} item</comment>
        <translation>
            <numerusform>Agenten waren an {took} von {n} Posten beteiligt</numerusform>
            <numerusform>Agenten waren an {took} von {n} Posten beteiligt</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Agents wrote {part} of the landed lines: {count}, {agent}.</source>
        <translation>Agenten schrieben {part} der übernommenen Zeilen: {count}, {agent}.</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Agents wrote {part} of the lines so far: {count}, {agent}.</source>
        <translation>Agenten schrieben {part} der bisherigen Zeilen: {count}, {agent}.</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Agents' part of the landed lines is unknown: {why}. {count}.</source>
        <translation>Der Anteil von Agenten an den übernommenen Zeilen ist unbekannt: {why}. {count}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Agents' part of the lines</source>
        <translation>Anteil von Agenten an den Zeilen</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Agents' part of the lines so far is unknown: {why}. {count}.</source>
        <translation>Der Anteil von Agenten an den bisherigen Zeilen ist unbekannt: {why}. {count}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>All spend</source>
        <translation>Alle Ausgaben</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>All that is priced</source>
        <translation>Alles mit Preis</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>Amounts are kept in millionths of a dollar. For every period, what is linked to items by each kind of evidence plus what is not linked is the total, exactly.</source>
        <translation>Beträge werden in Millionstel Dollar geführt. In jedem Zeitraum ergeben das je Art von Beleg mit Posten Verknüpfte und das nicht Verknüpfte genau die Gesamtsumme.</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Amounts of money at list price</source>
        <translation>Beträge zum Listenpreis</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>An Outlay that runs in the tray reads your logs anew; quit it there first.</source>
        <translation>Ein Outlay im Infobereich liest die Logs erneut; es sollte dort zuerst beendet werden.</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>An agent took part whose log is not on this machine, so more went into it than is shown</source>
        <translation>Ein Agent war beteiligt, dessen Log nicht auf diesem Rechner liegt; es floss also mehr hinein, als hier steht</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>An agent took part whose log is not on this machine.</source>
        <translation>Ein Agent war beteiligt, dessen Log nicht auf diesem Rechner liegt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>An item is shipped when it lands on the default branch, or is closed as done. It is settling for {days} and held after that. A revert or a reopening takes it back out of the count.</source>
        <translation>Ein Posten ist ausgeliefert, wenn er in den Hauptzweig übernommen oder als erledigt geschlossen ist. Er ist {days} lang noch frisch und danach bewährt. Eine Rücknahme oder Wiedereröffnung nimmt ihn aus der Zählung.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Another account has this name.</source>
        <translation>Ein anderes Konto heißt so.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Another program holds the database.</source>
        <translation>Ein anderes Programm hält die Datenbank.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Another sync is running.</source>
        <translation>Ein anderes Lesen läuft gerade.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_choices.py"/>
        <source>Any label</source>
        <translation>Jedes Label</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_choices.py"/>
        <source>Any system</source>
        <translation>Jedes System</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_choices.py"/>
        <source>Any type</source>
        <translation>Jeder Typ</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>As much as in the week before</source>
        <translation>So viel wie in der Woche davor</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>As of {day}. Outlay, method {method}.</source>
        <translation>Stand {day}. Outlay, Methode {method}.</translation>
    </message>
    <message>
        <location filename="presenters/tray.py"/>
        <source>As of {when}</source>
        <translation>Stand {when}</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>As of {when}.</source>
        <translation>Stand {when}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>As soon as one of these writes, its figures appear. Point to a folder if yours lie elsewhere, or look around in made-up data first.</source>
        <translation>Sobald eines davon schreibt, erscheinen seine Zahlen. Liegen die Logs anderswo, lässt sich ein Ordner angeben; oder erst die Beispieldaten ansehen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>As this machine</source>
        <translation>Wie dieser Rechner</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Ask for another code, or make a token.</source>
        <translation>Einen neuen Code anfordern oder ein Token anlegen.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Ask for another code.</source>
        <translation>Einen neuen Code anfordern.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Asked again after {when}; what was read before stays.</source>
        <translation>Nach {when} wird wieder gefragt; was gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Asks</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Attested by the tool</source>
        <translation>Vom Werkzeug bezeugt</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Before the first prompt</source>
        <translation>Vor dem ersten Prompt</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Billed</source>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Billed and cash come with accounts. Without one, only list values are known.</source>
        <translation>Abgerechnetes und Gezahltes kommen mit Konten. Ohne Konto sind nur Listenpreise bekannt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>Branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Branch and edits</source>
        <translation>Branch und Bearbeitungen</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Branch {letter}</source>
        <translation>Branch {letter}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Branch, no edits</source>
        <translation>Branch, keine Bearbeitungen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>Branch, then session</source>
        <translation>Branch, dann Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Branches as letters</source>
        <translation>Branches als Buchstaben</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>By lines that landed: agent-written from {written} % on, mixed from {mixed} %, consulted below. Different tasks, chosen by the person; this is not the effect of AI.</source>
        <translation>Nach übernommenen Zeilen: vom Agenten geschrieben ab {written} %, gemischt ab {mixed} %, darunter befragt. Es sind verschiedene, selbst gewählte Aufgaben; das ist nicht die Wirkung von KI.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>Cache read</source>
        <translation>Cache gelesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Carried from the next turn</source>
        <translation>Von der nächsten Runde übertragen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Carried from the turn before</source>
        <translation>Von der vorigen Runde übertragen</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Cash</source>
        <translation>Gezahlt</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Check that the address is that of {system}. An update of Outlay may help.</source>
        <translation>Prüfen, ob die Adresse die von {system} ist. Ein Update von Outlay kann helfen.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Check the address and the names below it; the project may have moved or been closed to you.</source>
        <translation>Die Adresse und die Namen darunter prüfen; das Projekt kann umgezogen oder gesperrt sein.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Check the client id in the settings and whether the app may do so, or make a token.</source>
        <translation>Die Client-ID in den Einstellungen prüfen, und ob die App das darf, oder ein Token anlegen.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Check the network, a VPN and the address. It is tried again by itself.</source>
        <translation>Netz, VPN und Adresse prüfen. Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Check who may read it.</source>
        <translation>Bitte die Leserechte prüfen.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Claude Code deletes logs after 30 days by default; Outlay keeps the figures.</source>
        <translation>Claude Code löscht Logs üblicherweise nach 30 Tagen; Outlay behält die Zahlen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Closed</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Closed without landing, quiet for 14 days, or taken back.</source>
        <translation>Ohne Übernahme geschlossen, seit 14 Tagen ruhend oder zurückgenommen.</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>Closed {clock}</source>
        <translation>Geschlossen {clock}</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Codex keeps its sessions; it moves old ones to archived_sessions and compresses them, and Outlay reads them there.</source>
        <translation>Codex behält seine Sitzungen; alte verschiebt und komprimiert es nach archived_sessions, und Outlay liest sie dort.</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Coding</source>
        <translation>Programmieren</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>Coding and review are not known: no forge told when its pull request was opened.</source>
        <translation>Programmieren und Review sind nicht bekannt: Keine Forge hat berichtet, wann sein Pull Request geöffnet wurde.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>Coding and review are told of each of its pull requests.</source>
        <translation>Programmieren und Review stehen bei jedem seiner Pull Requests.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>Coding runs from the first own commit or proven turn to the opened pull request, its time as a draft included, review from there to the merge, and the whole from the first activity to the landing. A ticket's cycle time runs from its start, else from the first activity, to the last time it was done: work after a reopening counts.</source>
        <translation>Programmieren reicht vom ersten eigenen Commit oder der ersten belegten Runde bis zum geöffneten Pull Request, seine Zeit als Entwurf eingeschlossen, Review von dort bis zum Merge, und das Ganze von der ersten Aktivität bis zur Übernahme. Die Durchlaufzeit eines Tickets reicht von seinem Beginn, sonst von der ersten Aktivität, bis es zuletzt erledigt war: Arbeit nach einem Wiederöffnen zählt mit.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Column shown first</source>
        <translation>Zuerst gezeigte Spalte</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Commands whose outcome is known</source>
        <translation>Befehle mit bekanntem Ausgang</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>Commits, items and links read of {name} go, and backups that hold them.</source>
        <translation>Aus {name} gelesene Commits, Posten und Verknüpfungen werden entfernt, ebenso Sicherungen, die sie enthalten.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Compare what the token may do with the list, or ask who runs {system}.</source>
        <translation>Die Rechte des Tokens mit der Liste vergleichen oder die Betreuer von {system} fragen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>Connect one…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Copilot deletes old requests after about 90 days and VS Code old traces; Outlay keeps the figures.</source>
        <translation>Copilot löscht alte Anfragen nach etwa 90 Tagen und VS Code alte Traces; Outlay behält die Zahlen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Corrections of past days</source>
        <translation>Korrekturen vergangener Tage</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Correct…</source>
        <translation>Korrigieren…</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Counted in lists with {items}.</source>
        <translation>In Listen mitgezählt bei {items}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Counts as</source>
        <translation>Zählt als</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Coverage, method and the day it was made</source>
        <translation>Abdeckung, Methode und der Tag, an dem es entstand</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Cursor keeps its conversations; what the owner deletes there stays counted in Outlay.</source>
        <translation>Cursor behält seine Unterhaltungen; was dort gelöscht wird, zählt in Outlay weiter.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>Cycle</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <location filename="presenters/window_foot.py"/>
        <source>Database mended: {when}, more in Sources</source>
        <translation>Datenbank repariert: {when}, mehr unter Quellen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Day (UTC)</source>
        <translation>Tag (UTC)</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>Day, then session</source>
        <translation>Tag, dann Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Days begin at midnight in this zone. Past figures move with it; nothing is read anew.</source>
        <translation>Tage beginnen um Mitternacht in dieser Zone. Frühere Zahlen wandern mit; nichts wird neu gelesen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Design</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>Did {fix} repair {caused}?</source>
        <translation>Hat {fix} etwas an {caused} repariert?</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Direct</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Direct spend</source>
        <translation>Direkte Ausgaben</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>Direct: text that landed, same branch with edits, or set by you. Context: weaker evidence, hatched.</source>
        <translation>Direkt: übernommener Text, gleicher Branch mit Bearbeitungen oder selbst gesetzt. Kontext: schwächere Belege, schraffiert.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Dismissed by you:</source>
        <translation>Selbst ausgenommen:</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>Done {clock}</source>
        <translation>Erledigt {clock}</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>E-mail you sign in with</source>
        <translation>E-Mail der Anmeldung</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>Edit the account…</source>
        <translation>Konto bearbeiten …</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Edits</source>
        <translation>Bearbeitungen</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Edits of files</source>
        <translation>Bearbeitungen von Dateien</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Edits thrown away</source>
        <translation>Verworfene Bearbeitungen</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Enter it again, or set the variable that holds it.</source>
        <translation>Es neu eingeben oder die Variable setzen, die es enthält.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Enter the address with https.</source>
        <translation>Die Adresse mit https eingeben.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Enter the address you see in the browser once {system} is open.</source>
        <translation>Die Adresse eingeben, die der Browser zeigt, wenn {system} offen ist.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>Enter the token again…</source>
        <translation>Token neu eingeben …</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>Entered by hand: {title}</source>
        <translation>Von Hand eingetragen: {title}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_own.py"/>
        <source>Entered by you.</source>
        <translation>Selbst eingetragen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Every line an agent wrote is kept as a fingerprint, never as text. When a commit adds a line with the same fingerprint, the latest edit of the same file that may have written it did: at most {before} before the commit and, because clocks differ, {after} after it. In a file of another name only rare lines count.</source>
        <translation>Jede Zeile eines Agenten wird als Fingerabdruck behalten, nie als Text. Fügt ein Commit eine Zeile mit gleichem Fingerabdruck hinzu, gilt sie der spätesten Bearbeitung derselben Datei, die sie geschrieben haben kann: höchstens {before} vor dem Commit und, weil Uhren abweichen, {after} danach. In einer Datei anderen Namens zählen nur seltene Zeilen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Every place it looks</source>
        <translation>Alle durchsuchten Orte</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Every tool's logs are looked for in it.</source>
        <translation>Darin wird nach den Logs aller Werkzeuge gesucht.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>Everything in {folder} goes: {rows} requests, links, groups and backups, {size} in all. The settings and the entry that starts Outlay go too.</source>
        <translation>Alles in {folder} wird entfernt: {rows} Anfragen, Verknüpfungen, Gruppen und Sicherungen, zusammen {size}. Auch die Einstellungen und der Starteintrag von Outlay werden entfernt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Everything that took money in these days or landed in them.</source>
        <translation>Alles, was an diesen Tagen Geld kostete oder übernommen wurde.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Evidence, the strongest first</source>
        <translation>Belege, die stärksten zuerst</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Failing</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>Few items</source>
        <translation>Wenige Posten</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session.py"/>
        <source>Figures kept; a part of the log is gone. It was last read {when}.</source>
        <translation>Zahlen behalten; ein Teil des Logs ist nicht mehr da. Zuletzt gelesen {when}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session.py"/>
        <source>Figures kept; the log is gone. It was last read {when}.</source>
        <translation>Zahlen behalten; das Log ist nicht mehr da. Zuletzt gelesen {when}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Files edited</source>
        <translation>Bearbeitete Dateien</translation>
    </message>
    <message>
        <location filename="charts/spend_days.py"/>
        <source>Filled: {name}. Outline: all tools that day.</source>
        <translation>Gefüllt: {name}. Umriss: alle Werkzeuge an dem Tag.</translation>
    </message>
    <message>
        <location filename="charts/spend_days.py"/>
        <source>Filled: {name}. Outline: all tools that month.</source>
        <translation>Gefüllt: {name}. Umriss: alle Werkzeuge in dem Monat.</translation>
    </message>
    <message>
        <location filename="charts/spend_days.py"/>
        <source>Filled: {name}. Outline: all tools that week.</source>
        <translation>Gefüllt: {name}. Umriss: alle Werkzeuge in der Woche.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Finished items of yours</source>
        <translation>Eigene fertige Posten</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>First activity</source>
        <translation>Erste Aktivität</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>First prompt {clock}</source>
        <translation>Erster Prompt {clock}</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>Five kinds of tokens are kept apart and never overlap: input that was read for the first time, cache read, cache written for 5 minutes, cache written for 1 hour, and output. Reasoning is a part of output.</source>
        <translation>Fünf Arten von Tokens werden getrennt und überschneiden sich nie: erstmals gelesene Eingabe, aus dem Cache Gelesenes, für 5 Minuten in den Cache Geschriebenes, für 1 Stunde in den Cache Geschriebenes und Ausgabe. Reasoning ist Teil der Ausgabe.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>For each turn the first rule that applies is taken, strongest first. An item's figure is its direct money; context stands hatched beside it and is never added to it in one number.</source>
        <translation>Für jede Runde gilt die erste zutreffende Regel, die stärkste zuerst. Die Zahl eines Postens ist sein direktes Geld; Kontext steht schraffiert daneben und wird nie in einer Zahl dazugerechnet.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_owner.py"/>
        <source>Forget…</source>
        <translation>Vergessen…</translation>
    </message>
    <message>
        <location filename="presenters/pages/search.py"/>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Free some space and try again.</source>
        <translation>Bitte Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="presenters/shared_sentences.py"/>
        <source>From the first activity to landing</source>
        <translation>Von der ersten Arbeit bis zur Übernahme</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>From turns to items</source>
        <translation>Von Runden zu Posten</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>From {written} on an item is called agent-written, from {consulted} mixed. When an agent is named and less than {consulted} of its lines are found, or the work began before the first log, the part is unknown and not zero.</source>
        <translation>Ab {written} heißt ein Posten vom Agenten geschrieben, ab {consulted} gemischt. Ist ein Agent genannt und finden sich weniger als {consulted} seiner Zeilen, oder begann die Arbeit vor dem ersten Log, ist der Anteil unbekannt und nicht null.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Gemini CLI deletes sessions after 30 days in newer builds; Outlay keeps the figures.</source>
        <translation>Gemini CLI löscht in neueren Versionen Sitzungen nach 30 Tagen; Outlay behält die Zahlen.</translation>
    </message>
    <message>
        <location filename="presenters/shipped.py"/>
        <source>Git has not answered yet for all of your repositories, so not all that shipped is known.</source>
        <translation>Git hat noch nicht für alle Repositorys geantwortet, deshalb ist nicht alles bekannt, was ausgeliefert wurde.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources.py"/>
        <source>Git names no commit e-mail here. Only commits of your own e-mails count.</source>
        <translation>Git nennt hier keine Commit-E-Mail. Nur Commits eigener E-Mails zählen.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>GitHub does not let this app sign in by a code.</source>
        <translation>GitHub lässt diese App nicht mit einem Code anmelden.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>GitHub gave a login that ends after some hours, which is not renewed.</source>
        <translation>GitHub gab eine Anmeldung, die nach einigen Stunden endet und nicht erneuert wird.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>GitHub was told no.</source>
        <translation>Bei GitHub wurde abgelehnt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>Go on reading</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>Group, then session</source>
        <translation>Gruppe, dann Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_owner.py"/>
        <source>Groups of projects</source>
        <translation>Projektgruppen</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>How long it took</source>
        <translation>Wie lange es dauerte</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>How long the ticket took is not known: its tracker does not say when it was started.</source>
        <translation>Wie lange das Ticket dauerte, ist nicht bekannt: Sein Tracker sagt nicht, wann es begonnen wurde.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>How long {tickets} took is not known: no tracker told of it.</source>
        <translation>Wie lange {tickets} dauerte, ist nicht bekannt: Kein Tracker hat davon berichtet.</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>How many items agents took part in</source>
        <translation>An wie vielen Posten Agenten beteiligt waren</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>How many items held, were taken back or fixed later</source>
        <translation>Wie viele Posten sich bewährten, zurückgenommen oder später korrigiert wurden</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>How much of what landed still stands is looked at {days} later, line by line.</source>
        <translation>Wie viel vom Übernommenen noch steht, wird {days} später Zeile für Zeile nachgesehen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>How sure a link is</source>
        <translation>Wie sicher eine Verknüpfung ist</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>How?</source>
        <translation>Wie?</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>In group {group}: {projects}.</source>
        <translation>In Gruppe {group}: {projects}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>In no group</source>
        <translation>In keiner Gruppe</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>In the chosen days</source>
        <translation>An den gewählten Tagen</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_sentences.py"/>
        <source>In {n} no agent was seen</source>
        <comment>In {n} no agent was seen</comment>
        <translation>
            <numerusform>Bei {n} wurde kein Agent gesehen</numerusform>
            <numerusform>Bei {n} wurde kein Agent gesehen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session.py"/>
        <source>In {project}, on {branches}</source>
        <translation>In {project}, auf {branches}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Incident</source>
        <translation>Störfall</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>It does not show: {what}. That stays unread until the token may.</source>
        <translation>Nicht sichtbar: {what}. Das bleibt ungelesen, bis das Token es darf.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>It edited files, and the lines are in no commit and no open branch.</source>
        <translation>Sie bearbeitete Dateien, und die Zeilen stehen in keinem Commit und keinem offenen Branch.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>It goes on from there at the next refresh.</source>
        <translation>Beim nächsten Aktualisieren geht es von dort weiter.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>It is asked again at the next refresh; what was read before stays.</source>
        <translation>Beim nächsten Aktualisieren wird wieder gefragt; was gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>It is not a bill. On a plan nothing of it is paid one by one; a discount is not in it. A new public price changes no past day.</source>
        <translation>Er ist keine Rechnung. In einem Abonnement wird nichts davon einzeln bezahlt; ein Rabatt ist nicht enthalten. Ein neuer öffentlicher Preis ändert keinen vergangenen Tag.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>It is read at the next sync.</source>
        <translation>Sie wird beim nächsten Aktualisieren gelesen.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>It is tried again by itself; what was read before stays.</source>
        <translation>Es wird von selbst wieder versucht; was gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>It is {read} of the list value; output is {count} of the tokens and {output} of the list value.</source>
        <translation>Das sind {read} des Listenpreises; Ausgabe macht {count} der Tokens und {output} des Listenpreises aus.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>It may have expired or been revoked: make a new one and enter it.</source>
        <translation>Es kann abgelaufen oder widerrufen sein: ein neues anlegen und eingeben.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>It shows {what}.</source>
        <translation>Sichtbar sind {what}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>It starts by {place}.</source>
        <translation>Der Start erfolgt durch {place}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>It tells of {counts}.</source>
        <translation>Es nennt {counts}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>It was cut</source>
        <translation>Gekürzt</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>It was not read. An update of Outlay may help.</source>
        <translation>Sie wurde nicht gelesen. Ein Update von Outlay kann helfen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>It was read after items were last looked at.</source>
        <translation>Sie wurde gelesen, nachdem die Posten zuletzt betrachtet wurden.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Items</source>
        <translation>Posten</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Items with all that was ever spent on them</source>
        <translation>Posten mit allem, was je dafür ausgegeben wurde</translation>
    </message>
    <message>
        <location filename="presenters/pages/search.py"/>
        <source>Items, tickets, sessions, branches, repositories, models, days and pages.</source>
        <translation>Posten, Tickets, Sitzungen, Branches, Repositorys, Modelle, Tage und Seiten.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Its figures appear as it goes.</source>
        <translation>Die Zahlen erscheinen nach und nach.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Its folder is in no repository that you added.</source>
        <translation>Ihr Ordner liegt in keinem hinzugefügten Repository.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Its lines stand in commits that are older than they are.</source>
        <translation>Ihre Zeilen stehen in Commits, die älter sind als sie selbst.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Its log is cut, cannot be read in places, or holds only sums.</source>
        <translation>Ihr Log ist abgeschnitten, stellenweise nicht lesbar oder enthält nur Summen.</translation>
    </message>
    <message>
        <location filename="presenters/sources.py"/>
        <source>Its own files hold neither tokens nor cost. Keep those of its usage export with: outlay import cursor-csv FILE</source>
        <translation>Die eigenen Dateien enthalten weder Tokens noch Kosten. Die des Nutzungsexports lassen sich behalten mit: outlay import cursor-csv FILE</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Its program holds the file.</source>
        <translation>Das zugehörige Programm hält die Datei.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Key id</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Keys of tickets</source>
        <translation>Schlüssel der Tickets</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>Kind of token</source>
        <translation>Art von Token</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Kinds of evidence, the strongest first</source>
        <translation>Arten von Belegen, die stärkste zuerst</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>Landed {clock}</source>
        <translation>Übernommen {clock}</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="presenters/foot.py"/>
        <source>Last answer {when}</source>
        <translation>Letzte Antwort {when}</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Last read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Later fix: {title}</source>
        <translation>Spätere Fehlerbehebung: {title}</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>Later fixes</source>
        <translation>Spätere Fehlerbehebungen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Later fixes of its lines, as it seems</source>
        <translation>Vermutlich spätere Fehlerbehebungen seiner Zeilen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Later fixes: none yet, all still settling.</source>
        <translation>Spätere Fehlerbehebungen: noch keine, alle noch frisch.</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Later fixes: {fixed} of {n} items</source>
        <comment>Later fixes: {fixed} of {n} item</comment>
        <translation>
            <numerusform>Spätere Fehlerbehebungen: {fixed} von {n} Posten</numerusform>
            <numerusform>Spätere Fehlerbehebungen: {fixed} von {n} Posten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Later fixes: {n} so far, all still settling.</source>
        <comment>Later fixes: {n} so far, all still settling.</comment>
        <translation>
            <numerusform>Spätere Fehlerbehebungen: bisher {n}, alle noch frisch.</numerusform>
            <numerusform>Spätere Fehlerbehebungen: bisher {n}, alle noch frisch.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>Later spend</source>
        <translation>Spätere Ausgaben</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Lines added</source>
        <translation>Hinzugefügte Zeilen</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Lines agents wrote divided by all added lines that say something: no trivial, moved or generated ones. The second figure of a range takes in lines a person changed since. It is a lower bound: what was written where no log is cannot be seen.</source>
        <translation>Zeilen von Agenten geteilt durch alle aussagekräftigen hinzugefügten Zeilen: ohne belanglose, verschobene oder erzeugte. Die zweite Zahl eines Bereichs schließt seither von Menschen geänderte Zeilen ein. Es ist eine Untergrenze: Was ohne Log geschrieben wurde, ist nicht zu sehen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Lines that landed</source>
        <translation>Übernommene Zeilen</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>Linked {linked} + not linked {rest} = {total}</source>
        <translation>Verknüpft {linked} + nicht verknüpft {rest} = {total}</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources.py"/>
        <source>Links, splits and notes that you make stand here, and can be taken back.</source>
        <translation>Eigene Verknüpfungen, Aufteilungen und Notizen stehen hier und lassen sich zurücknehmen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>List value</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>List value is what a request would be charged at the provider's public price on its day: each kind of token times its price, request by request. Long contexts and fast modes have their own prices where a provider has them.</source>
        <translation>Der Listenpreis ist, was eine Anfrage zum öffentlichen Preis des Anbieters an ihrem Tag kosten würde: jede Art von Token mal ihrem Preis, Anfrage für Anfrage. Lange Kontexte und schnelle Modi haben eigene Preise, wo ein Anbieter sie hat.</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>List value of the week: {amount}</source>
        <translation>Listenwert der Woche: {amount}</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>List value of the week: {amount}, {direct} of it directly in what shipped</source>
        <translation>Listenwert der Woche: {amount}, davon {direct} direkt in dem, was ausgeliefert wurde</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Logs since {day}</source>
        <translation>Logs seit {day}</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Logs that a tool deleted before Outlay first read them are gone. What was read once stays, also after the tool deletes its log.</source>
        <translation>Logs, die ein Werkzeug vor dem ersten Lesen löschte, sind verloren. Was einmal gelesen wurde, bleibt, auch wenn das Werkzeug sein Log löscht.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>Logs that tools have deleted since cannot be read again, so their figures are gone for good. Export everything first to keep them.</source>
        <translation>Seither von Werkzeugen gelöschte Logs lassen sich nicht erneut lesen, ihre Zahlen sind dann endgültig verloren. Ein vorheriger Export bewahrt sie.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <location filename="presenters/foot.py"/>
        <source>Looked at {when}</source>
        <translation>Nachgesehen {when}</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Looking for logs</source>
        <translation>Logs werden gesucht</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>Made-up data connects to no account.</source>
        <translation>Erfundene Daten verbinden sich mit keinem Konto.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Make a token that may also: {missing}.</source>
        <translation>Ein Token anlegen, das auch darf: {missing}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>Make one on Sources</source>
        <translation>Unter Quellen anlegen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Mean {mean}, between {low} and {high}.</source>
        <translation>Mittel {mean}, zwischen {low} und {high}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Median direct {median} an item, between {low} and {high}</source>
        <translation>Median direkt {median} je Posten, zwischen {low} und {high}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Median direct {median} an item, too few for a range</source>
        <translation>Median direkt {median} je Posten, zu wenige für einen Bereich</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Median size {lines} lines, n {n}.</source>
        <translation>Median der Größe {lines} Zeilen, n {n}.</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Median times in days</source>
        <translation>Mittlere Zeiten (Median) in Tagen</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>Merged {clock}</source>
        <translation>Gemergt {clock}</translation>
    </message>
    <message>
        <location filename="presenters/review_since.py"/>
        <source>Method {before} linked it then, {now} does now.</source>
        <translation>Damals verknüpfte Methode {before}, jetzt {now}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Method {version}</source>
        <translation>Methode {version}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>Model, then session</source>
        <translation>Modell, dann Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>Models not used</source>
        <translation>Nicht benutzte Modelle</translation>
    </message>
    <message>
        <location filename="presenters/shared_sentences.py"/>
        <source>Models: {models}</source>
        <translation>Modelle: {models}</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Money by phase</source>
        <translation>Geld nach Phase</translation>
    </message>
    <message>
        <location filename="presenters/periods.py"/>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>More was spent than is seen here.</source>
        <translation>Es wurde mehr ausgegeben, als hier zu sehen ist.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Name a file in another folder.</source>
        <translation>Eine Datei in einem anderen Ordner nennen.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Name folders of repositories.</source>
        <translation>Bitte Ordner von Repositorys angeben.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Name the client or the product.</source>
        <translation>Den Kunden oder das Produkt nennen.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Name the e-mail of your commits.</source>
        <translation>Bitte die E-Mail der eigenen Commits angeben.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Name the variable that holds the token.</source>
        <translation>Die Variable nennen, die das Token enthält.</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Names of branches</source>
        <translation>Namen der Branches</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Names of models</source>
        <translation>Namen der Modelle</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Names of repositories</source>
        <translation>Namen der Repositories</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Never in it: prompts, replies, code, paths, sessions, hours, other people.</source>
        <translation>Nie enthalten: Prompts, Antworten, Code, Pfade, Sitzungen, Uhrzeiten, andere Personen.</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>New models</source>
        <translation>Neue Modelle</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>New projects</source>
        <translation>Neue Projekte</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>New tools</source>
        <translation>Neue Werkzeuge</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Newest first. This week can be shown long before the oldest is read.</source>
        <translation>Neueste zuerst. Diese Woche lässt sich zeigen, lange bevor das Älteste gelesen ist.</translation>
    </message>
    <message>
        <location filename="presenters/foot.py"/>
        <source>Next look when a folder changes</source>
        <translation>Nächster Blick, sobald sich ein Ordner ändert</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>No agent was seen in what shipped.</source>
        <translation>Bei dem, was ausgeliefert wurde, war kein Agent zu sehen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>No amount</source>
        <translation>Kein Betrag</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>No branch</source>
        <translation>Kein Branch</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>No clear change</source>
        <translation>Keine klare Änderung</translation>
    </message>
    <message>
        <location filename="presenters/shipped.py"/>
        <source>No commit e-mail is known, so your commits cannot be told apart.</source>
        <translation>Es ist keine Commit-E-Mail bekannt, deshalb lassen sich die eigenen Commits nicht erkennen.</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>No difference is told: this week or the one before has requests without a known price.</source>
        <translation>Kein Unterschied genannt: In dieser Woche oder der davor haben Anfragen keinen bekannten Preis.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>No forge or tracker is connected.</source>
        <translation>Keine Forge und kein Tracker ist verbunden.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>No item has these words</source>
        <translation>Kein Posten enthält diese Wörter</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>No item has this system, type and label</source>
        <translation>Kein Posten hat dieses System, diesen Typ und dieses Label</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>No item names an agent, so how much the logs see cannot be told.</source>
        <translation>Kein Posten nennt einen Agenten; wie viel die Protokolle sehen, lässt sich also nicht sagen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>No known price</source>
        <translation>Kein bekannter Preis</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>No log of these days tells tokens.</source>
        <translation>Kein Log dieser Tage nennt Tokens.</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>No longer in group {group}: {projects}.</source>
        <translation>Nicht mehr in Gruppe {group}: {projects}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>No price</source>
        <translation>Kein Preis</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_cells.py"/>
        <source>No price is known</source>
        <translation>Kein Preis bekannt</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>No project is in a group yet. A group is a client or a product.</source>
        <translation>Noch ist kein Projekt in einer Gruppe. Eine Gruppe ist ein Kunde oder ein Produkt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>No prompt, no reply and no line of code is kept: only fingerprints, counts, times, paths and names.</source>
        <translation>Kein Prompt, keine Antwort und keine Codezeile wird behalten: nur Fingerabdrücke, Zahlen, Zeiten, Pfade und Namen.</translation>
    </message>
    <message>
        <location filename="presenters/shipped.py"/>
        <source>No repository is added yet, so not all that shipped is known.</source>
        <translation>Noch ist kein Repository hinzugefügt, deshalb ist nicht alles bekannt, was ausgeliefert wurde.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>No repository is added, so there is nothing to link it to.</source>
        <translation>Kein Repository ist hinzugefügt, deshalb gibt es nichts zum Verknüpfen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>No request of this was written in these days.</source>
        <translation>Davon wurde an diesen Tagen keine Anfrage geschrieben.</translation>
    </message>
    <message>
        <location filename="presenters/sources.py"/>
        <source>No request stands in its logs yet.</source>
        <translation>In den Logs steht noch keine Anfrage.</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>No spend is linked to it.</source>
        <translation>Damit sind keine Ausgaben verknüpft.</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>No spend of {sessions} is counted here: these lines landed elsewhere before, or are a small part of what its turns wrote.</source>
        <translation>Von {sessions} zählen hier keine Ausgaben: Diese Zeilen wurden vorher anderswo übernommen oder sind ein kleiner Teil des Geschriebenen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources.py"/>
        <source>No sum of a past day has changed after it was shown.</source>
        <translation>Keine gezeigte Summe eines vergangenen Tages hat sich geändert.</translation>
    </message>
    <message>
        <location filename="presenters/shared_sentences.py"/>
        <source>No times are known of these items.</source>
        <translation>Von diesen Posten sind keine Zeiten bekannt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>No tool has left a log here yet</source>
        <translation>Noch hat kein Werkzeug hier ein Log hinterlassen</translation>
    </message>
    <message>
        <location filename="presenters/first_look.py"/>
        <source>No tool logs found yet</source>
        <translation>Noch keine Logs gefunden</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>No tool wrote a request and nothing of yours landed.</source>
        <translation>Kein Werkzeug schrieb eine Anfrage, und nichts Eigenes wurde übernommen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>No tool wrote a request.</source>
        <translation>Kein Werkzeug schrieb eine Anfrage.</translation>
    </message>
    <message>
        <location filename="charts/week.py"/>
        <source>No use</source>
        <translation>Keine Nutzung</translation>
    </message>
    <message>
        <location filename="presenters/first_look.py"/>
        <source>No use in the logs yet</source>
        <translation>Noch keine Nutzung in den Logs</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Nobody answers at the address of {system}.</source>
        <translation>An der Adresse von {system} antwortet niemand.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources.py"/>
        <source>None is ticked, so what shipped is unknown. Your tools worked in these.</source>
        <translation>Keines ist angekreuzt, deshalb ist unbekannt, was ausgeliefert wurde. In diesen haben die Werkzeuge gearbeitet.</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>None of that went into work that shipped</source>
        <translation>Nichts davon ging in Arbeit, die ausgeliefert wurde</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>Not compared: nothing was used in this week or in the one before.</source>
        <translation>Nicht verglichen: In dieser Woche oder der davor wurde nichts benutzt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Not found</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <location filename="charts/where.py"/>
        <source>Not linked</source>
        <translation>Nicht verknüpft</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>Not linked, exploring</source>
        <translation>Nicht verknüpft, erkundend</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>Not linked, in no commit</source>
        <translation>Nicht verknüpft, in keinem Commit</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>Not linked, {amount}</source>
        <translation>Nicht verknüpft, {amount}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Not linked: {part} % of {span}.</source>
        <translation>Nicht verknüpft {span}: {part} %.</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>Not linked: {reasons}.</source>
        <translation>Nicht verknüpft: {reasons}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Not on this machine: {tools}.</source>
        <translation>Nicht auf diesem Rechner: {tools}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Not proven because</source>
        <translation>Nicht belegt, weil</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Not read yet. It is read at the next refresh.</source>
        <translation>Noch nicht gelesen. Das geschieht beim nächsten Aktualisieren.</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Not seen: completions, text pasted from chats, other machines, and logs deleted before they were read.</source>
        <translation>Nicht zu sehen: Vervollständigungen, aus Chats eingefügter Text, andere Rechner und Logs, die gelöscht wurden, bevor sie gelesen waren.</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>Note on {item}: {note}</source>
        <translation>Notiz zu {item}: {note}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_own.py"/>
        <source>Note: {note}</source>
        <translation>Notiz: {note}</translation>
    </message>
    <message>
        <location filename="presenters/pages/search.py"/>
        <source>Nothing found for “{text}” in items, tickets, sessions, branches, repositories, models and days.</source>
        <translation>Nichts gefunden für „{text}“ in Posten, Tickets, Sitzungen, Branches, Repositorys, Modellen und Tagen.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Nothing has been read yet.</source>
        <translation>Noch wurde nichts gelesen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Nothing has these words</source>
        <translation>Nichts enthält diese Wörter</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Nothing in these days</source>
        <translation>Nichts an diesen Tagen</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>Nothing in this period</source>
        <translation>Nichts in diesem Zeitraum</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>Nothing is asked of it any more, and its token goes out of the keyring.</source>
        <translation>Es wird nicht mehr gefragt, und sein Token verschwindet aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>Nothing is asked of it any more. The login of GitHub's command line stays as it is.</source>
        <translation>Es wird nicht mehr gefragt. Die Anmeldung der GitHub-Befehlszeile bleibt, wie sie ist.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>Nothing is asked of it any more. The variable {variable} stays as it is.</source>
        <translation>Es wird nicht mehr gefragt. Die Variable {variable} bleibt, wie sie ist.</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>Nothing is known of when it was made</source>
        <translation>Wann es entstand, ist unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>Nothing is linked to an item</source>
        <translation>Nichts ist mit einem Posten verknüpft</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Nothing is lost; try again in a moment.</source>
        <translation>Nichts ist verloren; bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Nothing is open</source>
        <translation>Nichts ist offen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Nothing is set aside</source>
        <translation>Nichts ist beiseitegelegt</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Nothing is written. Yes writes {place}.</source>
        <translation>Nichts ist geschrieben. Ja schreibt {place}.</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Nothing landed in these days.</source>
        <translation>In diesen Tagen wurde nichts übernommen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Nothing leaves this machine by itself: no account, no server, no telemetry.</source>
        <translation>Nichts verlässt diesen Rechner von selbst: kein Konto, kein Server, keine Telemetrie.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Nothing of yours took money here.</source>
        <translation>Nichts Eigenes kostete hier Geld.</translation>
    </message>
    <message>
        <location filename="presenters/first_look.py"/>
        <source>Nothing read yet</source>
        <translation>Noch nichts gelesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Nothing shipped in these days</source>
        <translation>An diesen Tagen wurde nichts ausgeliefert</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>Nothing shipped in this week.</source>
        <translation>In dieser Woche wurde nichts ausgeliefert.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Nothing to read yet</source>
        <translation>Noch nichts zu lesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>Nothing was stored here</source>
        <translation>Hier war nichts gespeichert</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>Nothing was used.</source>
        <translation>Nichts wurde benutzt.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>Of this, {amount} was spent after it landed.</source>
        <translation>Davon wurden {amount} nach der Übernahme ausgegeben.</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_sentences.py"/>
        <source>Of {n} it is unknown</source>
        <comment>Of {n} it is unknown</comment>
        <translation>
            <numerusform>Bei {n} ist es unbekannt</numerusform>
            <numerusform>Bei {n} ist es unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped.py"/>
        <source>Of {n} items none has them.</source>
        <comment>Of {n} item none has them.</comment>
        <translation>
            <numerusform>Von {n} Posten enthält sie keiner.</numerusform>
            <numerusform>Von {n} Posten enthält sie keiner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/items.py"/>
        <source>Of {n} items that name an agent, {seen} have a session in the logs.</source>
        <comment>Of {n} item that names an agent, {seen} have a session in the logs.</comment>
        <translation>
            <numerusform>Von {n} Posten, der einen Agenten nennt, haben {seen} eine Sitzung in den Logs.</numerusform>
            <numerusform>Von {n} Posten, die einen Agenten nennen, haben {seen} eine Sitzung in den Logs.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>Of {whole} in these sessions, {parts}.</source>
        <translation>Von {whole} in diesen Sitzungen: {parts}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>One finished ticket with its pull requests and commits is one item. Without a ticket it is one pull request; without that, a group of your direct commits: of the same ticket, else of the same push, else of the same branch and day. Work without commits can be entered by hand.</source>
        <translation>Ein erledigtes Ticket mit seinen Pull Requests und Commits ist ein Posten. Ohne Ticket ist es ein Pull Request; ohne diesen eine Gruppe eigener direkter Commits: desselben Tickets, sonst desselben Pushs, sonst desselben Branches und Tages. Arbeit ohne Commits lässt sich von Hand eintragen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>One page, then it works by itself.</source>
        <translation>Eine Seite, dann läuft es von selbst.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>One page, then it works by itself. Nothing is read before you press Start.</source>
        <translation>Eine Seite, danach läuft es von selbst. Vor dem Drücken von Starten wird nichts gelesen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Only commits of these count as yours.</source>
        <translation>Nur Commits von diesen zählen als eigene.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Only your own work counts: commits under your e-mails. Merges, lock files, generated, vendored and minified files are left out. One piece of work is counted once, however often it was copied, rebased or squashed.</source>
        <translation>Nur eigene Arbeit zählt: Commits unter den eigenen E-Mails. Merges, Lock-Dateien, erzeugte, übernommene fremde und minifizierte Dateien bleiben weg. Eine Arbeit zählt einmal, wie oft sie auch kopiert, umgesetzt oder zusammengefasst wurde.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>Open until {day}</source>
        <translation>Offen bis {day}</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>Open work without a sign of life for {quiet} is called set aside. That is no judgement: setting something aside is work too.</source>
        <translation>Offene Arbeit ohne Lebenszeichen seit {quiet} heißt beiseitegelegt. Das ist kein Urteil: Auch Beiseitelegen ist Arbeit.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>OpenCode keeps its sessions; what the owner deletes there stays counted in Outlay.</source>
        <translation>OpenCode behält seine Sitzungen; was dort gelöscht wird, zählt in Outlay weiter.</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>Opened {clock}</source>
        <translation>Geöffnet {clock}</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Other machines</source>
        <translation>Andere Rechner</translation>
    </message>
    <message>
        <location filename="charts/columns.py"/>
        <source>Other tools</source>
        <translation>Andere Werkzeuge</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/first_look.py"/>
        <source>Outlay looked in {n} places on this machine. As soon as one of these tools writes a log, its figures appear here.</source>
        <comment>Outlay looked in {n} place on this machine. As soon as one of these tools writes a log, its figures appear here.</comment>
        <translation>
            <numerusform>Outlay hat an {n} Ort auf diesem Rechner nachgesehen. Sobald eines dieser Werkzeuge ein Log schreibt, erscheinen hier seine Zahlen.</numerusform>
            <numerusform>Outlay hat an {n} Orten auf diesem Rechner nachgesehen. Sobald eines dieser Werkzeuge ein Log schreibt, erscheinen hier seine Zahlen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Outlay made a mistake ({what}).</source>
        <translation>Outlay hat einen Fehler gemacht ({what}).</translation>
    </message>
    <message>
        <location filename="presenters/first_look.py"/>
        <source>Outlay reads the logs of your tools now. Figures appear here.</source>
        <translation>Outlay liest jetzt die Logs der Werkzeuge. Die Zahlen erscheinen hier.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>Outside a repository</source>
        <translation>Außerhalb eines Repositorys</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>Own days</source>
        <translation>Eigene Tage</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Part of these days' spend</source>
        <translation>Anteil an den Ausgaben dieser Tage</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <location filename="presenters/tray.py"/>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <location filename="presenters/foot.py"/>
        <source>Paused, nothing is read until you resume</source>
        <translation>Pausiert, bis zum Fortsetzen wird nichts gelesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>Prices used</source>
        <translation>Verwendete Preise</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>Project, then session</source>
        <translation>Projekt, dann Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>Projects not used</source>
        <translation>Nicht benutzte Projekte</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources.py"/>
        <source>Projects of one client or product, looked at together in Spend. None yet.</source>
        <translation>Projekte eines Kunden oder Produkts, unter Ausgaben zusammen betrachtet. Noch keine.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Prompts, replies and code are never stored. Of each edited line only a keyed hash is kept, to find it again in a commit.</source>
        <translation>Prompts, Antworten und Code werden nie gespeichert. Von jeder bearbeiteten Zeile bleibt nur ein Hash mit Schlüssel, um sie in einem Commit wiederzufinden.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Proposed from git config. Only these commits count as yours.</source>
        <translation>Aus der Git-Konfiguration vorgeschlagen. Nur diese Commits zählen als eigene.</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Pull request</source>
        <translation>Pull Request</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>Quarter</source>
        <translation>Quartal</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>Quarter {number}</source>
        <translation>Quartal {number}</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Rare lines weigh more than common ones, empty and trivial lines nothing. A session is linked to a commit from a weight of {weight} and {share} of its lines or {lines} lines on. A line is spent on the first item it lands in; later ones are copies.</source>
        <translation>Seltene Zeilen wiegen mehr als häufige, leere und belanglose nichts. Eine Sitzung ist ab einem Gewicht von {weight} und {share} ihrer Zeilen oder ab {lines} Zeilen mit einem Commit verknüpft. Eine Zeile zählt für den ersten Posten, in den sie übernommen wird; spätere sind Kopien.</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Raw tables can be used to compare people, which they are not made for: they are about one person's work alone.</source>
        <translation>Rohe Tabellen lassen sich benutzen, um Menschen zu vergleichen. Dafür sind sie nicht gemacht: Sie handeln von der Arbeit einer einzigen Person.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_table.py"/>
        <source>Read them</source>
        <translation>Jetzt lesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Reading</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <location filename="presenters/tray.py"/>
        <source>Reading has not finished yet</source>
        <translation>Das Lesen ist noch nicht fertig</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>Reading is paused. What was read so far stays.</source>
        <translation>Das Lesen ist angehalten. Was schon gelesen ist, bleibt.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Reading is paused; it is read once you go on.</source>
        <translation>Das Lesen ist angehalten; gelesen wird, sobald es weitergeht.</translation>
    </message>
    <message>
        <location filename="presenters/foot.py"/>
        <source>Reading logs, {done} of {total} files</source>
        <translation>Logs werden gelesen, {done} von {total} Dateien</translation>
    </message>
    <message>
        <location filename="presenters/tray.py"/>
        <source>Reading now</source>
        <translation>Wird gerade gelesen</translation>
    </message>
    <message>
        <location filename="presenters/foot.py"/>
        <source>Reading older logs, {done} of {total} files</source>
        <translation>Ältere Logs werden gelesen, {done} von {total} Dateien</translation>
    </message>
    <message>
        <location filename="presenters/first_look.py"/>
        <source>Reading your logs</source>
        <translation>Logs werden gelesen</translation>
    </message>
    <message>
        <location filename="presenters/foot.py"/>
        <source>Reading {name}: {done} of {total}</source>
        <translation>{name} wird gelesen: {done} von {total}</translation>
    </message>
    <message>
        <location filename="presenters/foot.py"/>
        <source>Reading {name}: {done} so far</source>
        <translation>{name} wird gelesen: bisher {done}</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Reading, newest first</source>
        <translation>Wird gelesen, Neuestes zuerst</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_owner.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>Removed: {files}</source>
        <translation>Entfernt: {files}</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>Reopened {clock}</source>
        <translation>Wieder geöffnet {clock}</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Repositories as letters</source>
        <translation>Repositories als Buchstaben</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Repository {letter}</source>
        <translation>Repository {letter}</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>Reverted</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>Review has not begun.</source>
        <translation>Das Review hat nicht begonnen.</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>Row {row} {problem}, so {consequence}.</source>
        <translation>Zeile {row}: {problem}, daher: {consequence}.</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>Row {row}: {field} {problem}, so {consequence}.</source>
        <translation>Zeile {row}, {field}: {problem}, daher: {consequence}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Run outlay sync.</source>
        <translation>Aktualisieren liest die Logs.</translation>
    </message>
    <message>
        <location filename="presenters/popover.py"/>
        <source>Running: {tool}</source>
        <translation>Läuft: {tool}</translation>
    </message>
    <message>
        <location filename="presenters/popover.py"/>
        <source>Running: {tool} in {project}</source>
        <translation>Läuft: {tool} in {project}</translation>
    </message>
    <message>
        <location filename="presenters/tray.py"/>
        <source>Sample data</source>
        <translation>Beispieldaten</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Sample data, made up.</source>
        <translation>Beispieldaten, erfunden.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Scope</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>See outlay accounts list.</source>
        <translation>Siehe Konten unter Quellen.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>See outlay identities list.</source>
        <translation>Siehe Commit-E-Mails im Menü.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>See outlay repositories list.</source>
        <translation>Siehe Repositorys im Menü.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_table.py"/>
        <source>Session of {when}, {about}, {amount}, {went}</source>
        <translation>Sitzung von {when}, {about}, {amount}, {went}</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>Session {session} belongs to {item}.</source>
        <translation>Sitzung {session} gehört zu {item}.</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>Session {session} is split by weight: {parts}.</source>
        <translation>Sitzung {session} ist nach Gewicht aufgeteilt: {parts}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Sessions from {first} to {last}.</source>
        <translation>Sitzungen von {first} bis {last}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Sessions that went into it; Enter opens one in Spend</source>
        <translation>Sitzungen dafür; Eingabe öffnet eine unter Ausgaben</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>Set a price</source>
        <translation>Preis festlegen</translation>
    </message>
    <message>
        <location filename="charts/where.py"/>
        <source>Set aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Set by you</source>
        <translation>Selbst gesetzt</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session.py"/>
        <source>Set by you: the session belongs to {items}.</source>
        <translation>Selbst gesetzt: Die Sitzung gehört zu {items}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session.py"/>
        <source>Set by you: turn {turn} belongs to {items}.</source>
        <translation>Selbst gesetzt: Runde {turn} gehört zu {items}.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Set {variable} to a token that is valid, then start Outlay again.</source>
        <translation>{variable} auf ein gültiges Token setzen und Outlay neu starten.</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Settling: landed less than 14 days before. Held: landed and still so after them.</source>
        <translation>Noch frisch: vor weniger als 14 Tagen übernommen. Bewährt: übernommen und danach noch so.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <location filename="charts/where.py"/>
        <source>Shipped</source>
        <translation>Ausgeliefert</translation>
    </message>
    <message>
        <location filename="presenters/review_since.py"/>
        <source>Shipped were {before} items then, {now} now.</source>
        <translation>Ausgeliefert waren damals {before} Posten, jetzt {now}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>Shipped, settling, held</source>
        <translation>Ausgeliefert, noch frisch, bewährt</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <location filename="presenters/pages/empty_days.py"/>
        <source>Show {day}, the last day with use</source>
        <translation>{day} zeigen, den letzten Tag mit Nutzung</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Sign in again with gh auth login.</source>
        <translation>Mit gh auth login neu anmelden.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Signing in was left off.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Some companies count what agents do and call it work done. The counts stand here once, beside finished work, and on no other page.</source>
        <translation>Manche Unternehmen zählen, was Agenten tun, und nennen es erledigte Arbeit. Diese Zahlen stehen hier einmal neben fertiger Arbeit und auf keiner anderen Seite.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Some tools write no tokens or no money into their logs. Text pasted from a chat, and files made by a script that hides what it writes, cannot be told from your own.</source>
        <translation>Manche Werkzeuge schreiben weder Tokens noch Geld in ihre Logs. Aus einem Chat eingefügter Text und Dateien aus einem Skript, das sein Schreiben verbirgt, lassen sich nicht von Eigenem unterscheiden.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Something in it cannot be read.</source>
        <translation>Etwas darin ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="presenters/shipped.py"/>
        <source>Spend and commits were not looked at together yet. The next refresh does it.</source>
        <translation>Ausgaben und Commits wurden noch nicht zusammen betrachtet. Das nächste Aktualisieren holt es nach.</translation>
    </message>
    <message>
        <location filename="charts/week.py"/>
        <source>Spend and shipped work</source>
        <translation>Ausgaben und Ausgeliefertes</translation>
    </message>
    <message>
        <location filename="charts/strip.py"/>
        <source>Spend and shipped work of {days} days, {used} of them with use</source>
        <translation>Ausgaben und Ausgeliefertes von {days} Tagen, {used} davon mit Nutzung</translation>
    </message>
    <message numerus="yes">
        <location filename="charts/week.py"/>
        <source>Spend and shipped work of {n} days, {used} of them with use</source>
        <comment>Spend and shipped work of {n} day, {used} with use</comment>
        <translation>
            <numerusform>Ausgaben und Ausgeliefertes von {n} Tag, {used} mit Nutzung</numerusform>
            <numerusform>Ausgaben und Ausgeliefertes von {n} Tagen, {used} davon mit Nutzung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="charts/week.py"/>
        <source>Spend and shipped work of {n} months, {used} of them with use</source>
        <comment>Spend and shipped work of {n} month, {used} with use</comment>
        <translation>
            <numerusform>Ausgaben und Ausgeliefertes von {n} Monat, {used} mit Nutzung</numerusform>
            <numerusform>Ausgaben und Ausgeliefertes von {n} Monaten, {used} davon mit Nutzung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="charts/week.py"/>
        <source>Spend and shipped work of {n} weeks, {used} of them with use</source>
        <comment>Spend and shipped work of {n} week, {used} with use</comment>
        <translation>
            <numerusform>Ausgaben und Ausgeliefertes von {n} Woche, {used} mit Nutzung</numerusform>
            <numerusform>Ausgaben und Ausgeliefertes von {n} Wochen, {used} davon mit Nutzung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="charts/long_days.py"/>
        <source>Spend by day, {span}, {n} days with use</source>
        <comment>Spend by day, {span}, {n} day with use</comment>
        <translation>
            <numerusform>Ausgaben nach Tagen, {span}, {n} Tag mit Nutzung</numerusform>
            <numerusform>Ausgaben nach Tagen, {span}, {n} Tage mit Nutzung</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>Spend not visible here: an agent is named, but no log that is here has its session.</source>
        <translation>Ausgaben hier nicht sichtbar: Ein Agent ist genannt, aber kein vorhandenes Log enthält seine Sitzung.</translation>
    </message>
    <message>
        <location filename="charts/spend_days.py"/>
        <source>Spend, {name} beside all tools, {span}</source>
        <translation>Ausgaben, {name} neben allen Werkzeugen, {span}</translation>
    </message>
    <message>
        <location filename="charts/spend_days.py"/>
        <source>Spend, {span}</source>
        <translation>Ausgaben, {span}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_table.py"/>
        <source>Spend: {heading}</source>
        <translation>Ausgaben: {heading}</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Start Outlay without it.</source>
        <translation>Outlay ohne sie starten.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Start with the desktop</source>
        <translation>Mit dem Desktop starten</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Start with the session, stay in the tray</source>
        <translation>Mit der Sitzung starten, im Infobereich bleiben</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>Started {clock}</source>
        <translation>Begonnen {clock}</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="charts/where.py"/>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>Stop reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Subagents</source>
        <translation>Unteragenten</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>Sums</source>
        <translation>Summen</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>Sums are shown in cents, and what is shown in cents adds up: parts are rounded by largest remainder. The share of one item is shown in two digits, because a rule gave it; copying a row gives its cents.</source>
        <translation>Summen stehen in Cent, und was in Cent steht, geht auf: Teile werden nach größtem Rest gerundet. Der Anteil eines Postens steht mit zwei Ziffern, weil eine Regel ihn ergab; das Kopieren einer Zeile liefert die Cent.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Switch off that tokens of the app expire, or make a token.</source>
        <translation>In der App abschalten, dass Token ablaufen, oder ein Token anlegen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Taken back after landing</source>
        <translation>Nach der Übernahme zurückgenommen</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>Taken back {clock}</source>
        <translation>Zurückgenommen {clock}</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Taken back {when}.</source>
        <translation>Zurückgenommen {when}.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>Text landed</source>
        <translation>Übernommener Text</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>The account needs a name.</source>
        <translation>Das Konto braucht einen Namen.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>The address is another one: enter the token for it.</source>
        <translation>Die Adresse ist eine andere: das Token dafür eingeben.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>The address is not secure: a token is only shown over https.</source>
        <translation>Die Adresse ist nicht sicher: Ein Token wird nur über https gezeigt.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>The address sends on to another host, which is not followed.</source>
        <translation>Die Adresse leitet auf einen anderen Host weiter; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>The answer of {system} broke off or is no data.</source>
        <translation>Die Antwort von {system} brach ab oder enthält keine Daten.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>The answer of {system} is larger than can be.</source>
        <translation>Die Antwort von {system} ist größer, als sie sein kann.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>The certificate of {system} cannot be checked.</source>
        <translation>Das Zertifikat von {system} lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>The code was not entered in time.</source>
        <translation>Der Code wurde nicht rechtzeitig eingegeben.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The database in {path} cannot be used ({why}).</source>
        <translation>Die Datenbank in {path} lässt sich nicht nutzen ({why}).</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The database is damaged.</source>
        <translation>Die Datenbank ist beschädigt.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The database was damaged; it was begun anew.</source>
        <translation>Die Datenbank war beschädigt; sie wurde neu begonnen.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The database was damaged; the copy of {day} was restored.</source>
        <translation>Die Datenbank war beschädigt; die Kopie vom {day} wurde eingespielt.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The database was empty; it was begun anew.</source>
        <translation>Die Datenbank war leer; sie wurde neu begonnen.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The database was empty; the copy of {day} was restored.</source>
        <translation>Die Datenbank war leer; die Kopie vom {day} wurde eingespielt.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The database was gone; it was begun anew.</source>
        <translation>Die Datenbank war verschwunden; sie wurde neu begonnen.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The database was gone; the copy of {day} was restored.</source>
        <translation>Die Datenbank war verschwunden; die Kopie vom {day} wurde eingespielt.</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>The day</source>
        <translation>Der Tag</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The disk is full, so nothing more can be kept.</source>
        <translation>Der Datenträger ist voll, deshalb lässt sich nichts mehr speichern.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The export was stopped.</source>
        <translation>Der Export wurde angehalten.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>The figures follow in a moment</source>
        <translation>Die Zahlen folgen gleich</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>The figures follow once reading goes on</source>
        <translation>Die Zahlen folgen, sobald weitergelesen wird</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The file is not a database that can be read.</source>
        <translation>Die Datei ist keine lesbare Datenbank.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The group has no name.</source>
        <translation>Die Gruppe hat keinen Namen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>The item is not known yet; what you said holds once it is</source>
        <translation>Der Posten ist noch nicht bekannt; die eigene Angabe gilt, sobald er es ist</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>The keyring did not answer.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>The keyring did not keep the token.</source>
        <translation>Der Schlüsselbund hat das Token nicht behalten.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>The keyring did not let go of the token of {names}: remove it there</source>
        <translation>Der Schlüsselbund gab das Token von {names} nicht her: dort entfernen</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>The keyring is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <location filename="presenters/unfinished.py"/>
        <source>The last 7 days are complete</source>
        <translation>Die letzten 7 Tage sind vollständig</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>The last 7 days are ready.</source>
        <translation>Die letzten 7 Tage sind bereit.</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>The last reading asked it {n} times.</source>
        <comment>The last reading asked it {n} time.</comment>
        <translation>
            <numerusform>Das letzte Lesen hat {n} Mal gefragt.</numerusform>
            <numerusform>Das letzte Lesen hat {n} Mal gefragt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>The line of the item from {first} to {last}</source>
        <translation>Der Verlauf des Postens von {first} bis {last}</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>The line of the item on {day}</source>
        <translation>Der Verlauf des Postens am {day}</translation>
    </message>
    <message>
        <location filename="presenters/first_look.py"/>
        <source>The logs found so far hold no request. The first one appears here.</source>
        <translation>Die bisher gefundenen Logs enthalten keine Anfrage. Die erste erscheint hier.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources.py"/>
        <source>The logs name no repository yet. Add one by its folder.</source>
        <translation>Die Logs nennen noch kein Repository. Eines lässt sich über seinen Ordner hinzufügen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>The logs name none.</source>
        <translation>Die Logs nennen keines.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>The logs of your tools are read, never changed.</source>
        <translation>Die Logs der Werkzeuge werden gelesen, nie verändert.</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>The logs say where your tools worked, so these are proposed here as soon as they are read.</source>
        <translation>Die Logs sagen, wo die Werkzeuge gearbeitet haben; sobald sie gelesen sind, stehen hier Vorschläge.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>The logs tell no tokens.</source>
        <translation>Die Logs nennen keine Tokens.</translation>
    </message>
    <message>
        <location filename="presenters/pages/empty_days.py"/>
        <source>The logs that are here begin on {day}; what was used before is not known.</source>
        <translation>Die vorhandenen Logs beginnen am {day}; was davor gebraucht wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>The month</source>
        <translation>Der Monat</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The next sync restores or reads it anew.</source>
        <translation>Das nächste Aktualisieren stellt sie wieder her oder liest sie neu ein.</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>The note on {item} is taken away.</source>
        <translation>Die Notiz zu {item} ist entfernt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>The price rows behind {amount} cannot be told one by one.</source>
        <translation>Die Preiszeilen hinter {amount} lassen sich nicht einzeln nennen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>The price rows behind {amount}, in dollars per million tokens. Each request is priced by the row that held on its day.</source>
        <translation>Die Preiszeilen hinter {amount}, in Dollar je Million Tokens. Jede Anfrage hat den Preis der Zeile, die an ihrem Tag galt.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>The reading was stopped before its end.</source>
        <translation>Das Lesen wurde vor dem Ende angehalten.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>The repository itself stays as it is. What agents spent there stays too, as not linked.</source>
        <translation>Das Repository selbst bleibt, wie es ist. Auch die Ausgaben der Agenten dort bleiben, als nicht verknüpft.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The repository {name} cannot be read.</source>
        <translation>Das Repository {name} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The repository {name} is gone.</source>
        <translation>Das Repository {name} ist nicht mehr da.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>The sample does not start with the desktop.</source>
        <translation>Die Beispieldaten starten nicht mit dem Desktop.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session.py"/>
        <source>The session</source>
        <translation>Die Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>The session itself</source>
        <translation>Die Sitzung selbst</translation>
    </message>
    <message>
        <location filename="presenters/settings_faults.py"/>
        <source>The setting {name} cannot be {value}, so it is left out.</source>
        <translation>Die Einstellung {name} kann nicht {value} sein und bleibt deshalb weg.</translation>
    </message>
    <message>
        <location filename="presenters/settings_faults.py"/>
        <source>The setting {name} cannot be {value}, so {default} is used.</source>
        <translation>Die Einstellung {name} kann nicht {value} sein, deshalb gilt {default}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>The settings file says {name} = {value}, which it cannot be; {default} stands instead.</source>
        <translation>Die Einstellungsdatei sagt {name} = {value}, was nicht möglich ist; stattdessen gilt {default}.</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_words.py"/>
        <source>The sum is at least that: of {n} items the logs are not on this machine.</source>
        <comment>The sum is at least that: of {n} item the log is not on this machine.</comment>
        <translation>
            <numerusform>Die Summe ist mindestens das: Von {n} Posten liegt das Log nicht auf diesem Rechner.</numerusform>
            <numerusform>Die Summe ist mindestens das: Von {n} Posten liegen die Logs nicht auf diesem Rechner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_words.py"/>
        <source>The sum is at least that: {n} requests have no price.</source>
        <comment>The sum is at least that: {n} request has no price.</comment>
        <translation>
            <numerusform>Die Summe ist mindestens das: {n} Anfrage hat keinen Preis.</numerusform>
            <numerusform>Die Summe ist mindestens das: {n} Anfragen haben keinen Preis.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>The ticket is not done.</source>
        <translation>Das Ticket ist nicht erledigt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>The tooltip and the menu carry the amount either way.</source>
        <translation>Tooltip und Menü zeigen den Betrag in jedem Fall.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>The turn asked or read; nothing in its session stands near it that landed.</source>
        <translation>Die Runde fragte oder las; in ihrer Sitzung steht nichts Übernommenes in der Nähe.</translation>
    </message>
    <message>
        <location filename="charts/week.py"/>
        <source>The week</source>
        <translation>Die Woche</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>The week is compared with the one before once it is over.</source>
        <translation>Verglichen wird mit der Woche davor, sobald diese vorbei ist.</translation>
    </message>
    <message>
        <location filename="presenters/review_since.py"/>
        <source>The week's list value was {before} then and is {now} now.</source>
        <translation>Der Listenwert der Woche war damals {before} und ist jetzt {now}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>The window speaks another language from its next start.</source>
        <translation>Das Fenster spricht ab dem nächsten Start eine andere Sprache.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>There is an account {name} already.</source>
        <translation>Es gibt schon ein Konto {name}.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>There is no account {name}.</source>
        <translation>Es gibt kein Konto {name}.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>There is no keyring that can be trusted with a token.</source>
        <translation>Es gibt keinen Schlüsselbund, dem man ein Token anvertrauen kann.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>There is no such zone. Type a city, for example Berlin.</source>
        <translation>Diese Zone gibt es nicht. Bitte eine Stadt eingeben, zum Beispiel Berlin.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>There is no token for {system} where it should be.</source>
        <translation>Das Token für {system} ist nicht dort, wo es sein sollte.</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>These days</source>
        <translation>Diese Tage</translation>
    </message>
    <message>
        <location filename="presenters/pages/empty_days.py"/>
        <source>These days are still to come.</source>
        <translation>Diese Tage kommen noch.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>They are not a measure of it: the same change takes three actions or three hundred, a loop that fails takes thousands, and whoever is measured by them has only to let more agents run.</source>
        <translation>Sie sind kein Maß dafür: Dieselbe Änderung braucht drei oder dreihundert Aktionen, eine scheiternde Schleife Tausende, und wer daran gemessen wird, muss nur mehr Agenten laufen lassen.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <location filename="presenters/unfinished.py"/>
        <source>This month's figures are complete</source>
        <translation>Die Zahlen dieses Monats sind vollständig</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Ticket {letter}</source>
        <translation>Ticket {letter}</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Ticket, start to done</source>
        <translation>Ticket, Beginn bis erledigt</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Tickets as letters</source>
        <translation>Tickets als Buchstaben</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Tickets: {tickets}.</source>
        <translation>Tickets: {tickets}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Titles of your items</source>
        <translation>Titel der eigenen Posten</translation>
    </message>
    <message>
        <location filename="presenters/periods.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Today's amount</source>
        <translation>Betrag von heute</translation>
    </message>
    <message>
        <location filename="presenters/unfinished.py"/>
        <source>Today's figures are complete</source>
        <translation>Die Zahlen von heute sind vollständig</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>Tokens by kind</source>
        <translation>Tokens nach Art</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>Tokens by model</source>
        <translation>Tokens nach Modell</translation>
    </message>
    <message>
        <location filename="presenters/shared_sentences.py"/>
        <source>Tokens: {read} read, caches with them, and {written} written</source>
        <translation>Tokens: {read} gelesen, Caches eingerechnet, und {written} geschrieben</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>Too few weeks to say whether that is a change ({n} of {need})</source>
        <translation>Zu wenige Wochen, um zu sagen, ob das eine Änderung ist ({n} von {need})</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_table.py"/>
        <source>Too many requests to list sessions at once.</source>
        <translation>Zu viele Anfragen, um alle Sitzungen auf einmal zu zeigen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Tool logs</source>
        <translation>Logs der Werkzeuge</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Tool logs, where they lie and how that stands</source>
        <translation>Logs der Werkzeuge, wo sie liegen und wie es darum steht</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_words.py"/>
        <source>Tool, then session</source>
        <translation>Werkzeug, dann Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>Tools not used</source>
        <translation>Nicht benutzte Werkzeuge</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Tray icon shows</source>
        <translation>Symbol im Infobereich zeigt</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Trouble</source>
        <translation>Störung</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>Try again in a moment.</source>
        <translation>Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Turn</source>
        <translation>Runde</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Turn {number}</source>
        <translation>Runde {number}</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>Turn {turn} of session {session} belongs to {item}.</source>
        <translation>Runde {turn} von Sitzung {session} gehört zu {item}.</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>Turn {turn} of session {session} is split by weight: {parts}.</source>
        <translation>Runde {turn} von Sitzung {session} ist nach Gewicht aufgeteilt: {parts}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_own.py"/>
        <source>Turn {turn} of {session}</source>
        <translation>Runde {turn} von {session}</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Turns</source>
        <translation>Runden</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/amounts.py"/>
        <source>Unknown {basis}</source>
        <translation>Unbekannt: {basis}</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Unknown: not every repository of these weeks could be read.</source>
        <translation>Unbekannt: Nicht jedes Repository dieser Wochen konnte gelesen werden.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>Unlock or set up the desktop's keyring, or name an environment variable that holds the token.</source>
        <translation>Den Schlüsselbund entsperren oder einrichten oder eine Umgebungsvariable nennen, die das Token enthält.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Use a name of a few words.</source>
        <translation>Einen Namen aus wenigen Wörtern verwenden.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>User id</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_money.py"/>
        <source>Week and Spend count the money of their days. Shipped counts everything an item took since it began. The two are never added to each other.</source>
        <translation>Woche und Ausgaben zählen das Geld ihrer Tage. Ausgeliefert zählt alles, was ein Posten seit seinem Beginn gekostet hat. Beides wird nie zusammengezählt.</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>Week {number}</source>
        <translation>Woche {number}</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Week {number}, {days}</source>
        <translation>Woche {number}, {days}</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Weeks begin on</source>
        <translation>Wochen beginnen am</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>Went to</source>
        <translation>Ging an</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>What I would change</source>
        <translation>Was ich ändern würde</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>What agents helped with</source>
        <translation>Wobei Agenten geholfen haben</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>What cannot be seen</source>
        <translation>Was nicht zu sehen ist</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>What counts as one item</source>
        <translation>Was als ein Posten zählt</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>What it is made of</source>
        <translation>Woraus es besteht</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>What it told is as of {when}.</source>
        <translation>Was es nannte, ist Stand {when}.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>What it wrote is too short or too common to say whose it is.</source>
        <translation>Das Geschriebene ist zu kurz oder zu gewöhnlich, um zu sagen, von wem es ist.</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>What mattered</source>
        <translation>Was wichtig war</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>What next</source>
        <translation>Was als Nächstes kommt</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>What no rule links stays visible, with its reason. It is a normal part of work: questions, reviews, attempts. It is never spread over items.</source>
        <translation>Was keine Regel verknüpft, bleibt mit seinem Grund sichtbar. Es gehört zur Arbeit: Fragen, Reviews, Versuche. Es wird nie auf Posten verteilt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>What shipped</source>
        <translation>Was ausgeliefert wurde</translation>
    </message>
    <message>
        <location filename="presenters/review_since.py"/>
        <source>What shipped is unknown now.</source>
        <translation>Was ausgeliefert wurde, ist jetzt unbekannt.</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>What shipped is unknown.</source>
        <translation>Was ausgeliefert wurde, ist unbekannt.</translation>
    </message>
    <message>
        <location filename="presenters/review_since.py"/>
        <source>What shipped was not known then.</source>
        <translation>Was ausgeliefert wurde, war damals nicht bekannt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>What shipped, with what these days put into it</source>
        <translation>Was ausgeliefert wurde, mit den Ausgaben dieser Tage dafür</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>What shipped: kinds of work and whether it settled</source>
        <translation>Was ausgeliefert wurde: Arten von Arbeit und ob sie sich gesetzt hat</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>What was hard</source>
        <translation>Was schwierig war</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>What was read of it is kept. See outlay sources.</source>
        <translation>Was davon gelesen wurde, bleibt. Siehe Quellen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>What was read of it stays: {counts}.</source>
        <translation>Was davon gelesen wurde, bleibt: {counts}.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>What was there is kept as {file}.</source>
        <translation>Was dort lag, ist als {file} aufgehoben.</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>What was used</source>
        <translation>Was verbraucht wurde</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>What will be read</source>
        <translation>Was gelesen wird</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>What you said</source>
        <translation>Eigene Angaben</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>What you said, newest first</source>
        <translation>Eigene Angaben, neueste zuerst</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Where it looks</source>
        <translation>Durchsuchte Orte</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>Where it went</source>
        <translation>Wohin es ging</translation>
    </message>
    <message>
        <location filename="charts/where.py"/>
        <source>Where it went: {total}</source>
        <translation>Wohin es ging: {total}</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>Where the money of these days went</source>
        <translation>Wohin das Geld dieser Tage ging</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Where the money went</source>
        <translation>Wohin das Geld ging</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Where the money went, in percent of these days' own spend</source>
        <translation>Wohin das Geld ging, in Prozent der eigenen Ausgaben dieser Tage</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Which?</source>
        <translation>Welche?</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>Why money is not linked</source>
        <translation>Warum Geld nicht verknüpft ist</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>With a company certificate, set SSL_CERT_FILE to its file.</source>
        <translation>Bei einem Firmenzertifikat SSL_CERT_FILE auf dessen Datei setzen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_work.py"/>
        <source>With one or two items they are listed and nothing else is said. From three on there is a median, from five on a range of the middle values as well. A mean of ratios and money divided by the number of items are never shown.</source>
        <translation>Bei ein oder zwei Posten werden sie nur aufgelistet. Ab drei gibt es einen Median, ab fünf auch einen Bereich der mittleren Werte. Ein Mittel von Verhältnissen und Geld geteilt durch die Zahl der Posten stehen nirgends.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>Without a known price</source>
        <translation>Ohne bekannten Preis</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Without a label</source>
        <translation>Ohne Label</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Without a system</source>
        <translation>Ohne System</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Without a ticket</source>
        <translation>Ohne Ticket</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Without a type</source>
        <translation>Ohne Typ</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>Without commits</source>
        <translation>Ohne Commits</translation>
    </message>
    <message>
        <location filename="presenters/pages/method.py"/>
        <source>Work of agents on other machines or in the cloud leaves no log here. An item made by one says “spend not visible here”, never $0.00, and lowers the coverage that is stated.</source>
        <translation>Arbeit von Agenten auf anderen Rechnern oder in der Cloud hinterlässt hier kein Log. Ein Posten daraus sagt „Ausgaben hier nicht sichtbar“, nie 0,00 $, und senkt die genannte Abdeckung.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>Work that is under way, with all that was ever spent on it.</source>
        <translation>Laufende Arbeit, mit allem, was je dafür ausgegeben wurde.</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>Work without a commit</source>
        <translation>Arbeit ohne Commit</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Workspace</source>
        <translation>Workspace</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/review.py"/>
        <source>Worth a look: context paid for again after a pause, {amount} in {n} sessions.</source>
        <comment>Worth a look: context paid for again after a pause, {amount} in {n} session.</comment>
        <translation>
            <numerusform>Einen Blick wert: Kontext nach einer Pause noch einmal bezahlt, {amount} in {n} Sitzung.</numerusform>
            <numerusform>Einen Blick wert: Kontext nach einer Pause noch einmal bezahlt, {amount} in {n} Sitzungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/review.py"/>
        <source>Worth a look: one command failing again and again, {amount} in {n} sessions.</source>
        <comment>Worth a look: one command failing again and again, {amount} in {n} session.</comment>
        <translation>
            <numerusform>Einen Blick wert: ein Befehl, der immer wieder fehlschlug, {amount} in {n} Sitzung.</numerusform>
            <numerusform>Einen Blick wert: ein Befehl, der immer wieder fehlschlug, {amount} in {n} Sitzungen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Write it like {example}.</source>
        <translation>So schreiben: {example}.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Write it with https: a token is only shown over a secure connection.</source>
        <translation>Mit https schreiben: ein Token wird nur über eine sichere Verbindung gezeigt.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>Write the variable's name alone.</source>
        <translation>Nur den Namen der Variable schreiben.</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/sources_acts.py"/>
        <source>Writing, {n} rows so far</source>
        <comment>Writing, {n} row so far</comment>
        <translation>
            <numerusform>Wird geschrieben, bisher {n} Zeile</numerusform>
            <numerusform>Wird geschrieben, bisher {n} Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>Writing, {rows} of {total} rows</source>
        <translation>Wird geschrieben, {rows} von {total} Zeilen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>Written to {path}, {size}. It holds no prompt and no code; only you can read it.</source>
        <translation>Nach {path} geschrieben, {size}. Kein Prompt und kein Code ist enthalten; nur für das eigene Konto lesbar.</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>Year {year}</source>
        <translation>Jahr {year}</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>Yes stops the text cursor's blinking and what menus do when they open. Nothing else moves.</source>
        <translation>Ja hält das Blinken der Schreibmarke an und die Bewegung sich öffnender Menüs. Sonst bewegt sich nichts.</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>You said that it belongs to no item.</source>
        <translation>Nach eigener Angabe gehört sie zu keinem Posten.</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/review.py"/>
        <source>You shipped {n} items.</source>
        <comment>You shipped {n} item.</comment>
        <translation>
            <numerusform>{n} Posten ausgeliefert.</numerusform>
            <numerusform>{n} Posten ausgeliefert.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Your AI outlay, next to your output</source>
        <translation>Ausgaben für KI neben dem Ergebnis</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>Your folder</source>
        <translation>Eigener Ordner</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>Your note: {note}</source>
        <translation>Eigene Notiz: {note}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>Your own prices</source>
        <translation>Eigene Preise</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>Your own words, as you wrote them</source>
        <translation>Die eigenen Worte, wie sie geschrieben wurden</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>Your tools worked in these. Only the commits of those you tick are read.</source>
        <translation>In diesen haben die Werkzeuge gearbeitet. Nur die Commits der angekreuzten werden gelesen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>Your tools' own logs, your repositories and files you exported stay as they are.</source>
        <translation>Die Logs der Werkzeuge, die eigenen Repositorys und exportierte Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>a part of it is unknown</source>
        <translation>ein Teil davon ist unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/amounts.py"/>
        <source>about {amount}</source>
        <translation>etwa {amount}</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>above {count} k input</source>
        <translation>über {count} Tsd. Eingabe</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>after linked work in the session</source>
        <translation>nach verknüpfter Arbeit in der Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>an agent is named, but its text is not in the logs that are here</source>
        <translation>ein Agent ist genannt, aber sein Text steht nicht in den vorhandenen Logs</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>as shipped</source>
        <translation>wie mitgeliefert</translation>
    </message>
    <message>
        <location filename="presenters/amounts.py"/>
        <source>at least {amount}</source>
        <translation>mindestens {amount}</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>attested by the tool</source>
        <translation>vom Werkzeug bezeugt</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>before linked work in the session</source>
        <translation>vor verknüpfter Arbeit in der Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/shared_sentences.py"/>
        <source>between {low} and {high}</source>
        <translation>zwischen {low} und {high}</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>between {low} and {high} % of such work, with 90 %</source>
        <translation>zwischen {low} und {high} % solcher Arbeit, mit 90 %</translation>
    </message>
    <message>
        <location filename="presenters/amounts.py"/>
        <source>billed</source>
        <translation>abgerechnet</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <location filename="charts/columns.py"/>
        <source>by month</source>
        <translation>nach Monaten</translation>
    </message>
    <message>
        <location filename="charts/columns.py"/>
        <source>by week</source>
        <translation>nach Wochen</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>by your word</source>
        <translation>durch eigene Angabe</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>cache read</source>
        <translation>Cache gelesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>cache read {count}</source>
        <translation>Cache gelesen {count}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>cache written</source>
        <translation>Cache geschrieben</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>cache written {count}</source>
        <translation>Cache geschrieben {count}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>cache written {count} ({hour} for 1 hour)</source>
        <translation>Cache geschrieben {count} ({hour} für 1 Stunde)</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <location filename="presenters/amounts.py"/>
        <source>cash</source>
        <translation>gezahlt</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>chore</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>closed {day}</source>
        <translation>geschlossen {day}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>coding {time}</source>
        <translation>Programmieren {time}</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>comes with accounts</source>
        <translation>kommt mit Konten</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>commit {commit}</source>
        <translation>Commit {commit}</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>commits</source>
        <translation>Commits</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>context in all</source>
        <translation>Kontext insgesamt</translation>
    </message>
    <message>
        <location filename="presenters/pages/search.py"/>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="presenters/pages/method_links.py"/>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>direct and context</source>
        <translation>direkt und Kontext</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>direct in all</source>
        <translation>direkt insgesamt</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>docs</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>edits</source>
        <translation>Bearbeitungen</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>edits that are in no commit</source>
        <translation>Bearbeitungen, die in keinem Commit stehen</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>edits thrown away in its files</source>
        <translation>verworfene Bearbeitungen in den Dateien</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>entered by hand</source>
        <translation>von Hand eingetragen</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>feature</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>first commit to landing</source>
        <translation>erster Commit bis Übernahme</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>first prompt to merge</source>
        <translation>erster Prompt bis Merge</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>fix</source>
        <translation>Fix</translation>
    </message>
    <message>
        <location filename="presenters/sources.py"/>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_owner.py"/>
        <source>from {origin}</source>
        <translation>aus {origin}</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_owner.py"/>
        <source>gone</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>held</source>
        <translation>bewährt</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>held from {day} if it stands</source>
        <translation>bewährt ab {day}, wenn es bleibt</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>holds entries that do not fit</source>
        <translation>enthält unpassende Einträge</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>holds more entries than are kept</source>
        <translation>enthält mehr Einträge, als behalten werden</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>in flight</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>in no sum</source>
        <translation>in keiner Summe</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>input {count}</source>
        <translation>Eingabe {count}</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is neither true nor false</source>
        <translation>ist weder wahr noch falsch</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is none of the words it can be</source>
        <translation>ist keines der möglichen Wörter</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is not a date and time such as 2026-11-20T17:05:00Z</source>
        <translation>ist kein Zeitpunkt wie 2026-11-20T17:05:00Z</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is not a list</source>
        <translation>ist keine Liste</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is not a web address</source>
        <translation>ist keine Webadresse</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is not a whole number from 1 on</source>
        <translation>ist keine ganze Zahl ab 1</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is not an object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is not text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is not the id of a commit</source>
        <translation>ist keine Commit-ID</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>is not written as owner/name</source>
        <translation>ist nicht als owner/name geschrieben</translation>
    </message>
    <message>
        <location filename="presenters/pages/search.py"/>
        <source>item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>items</source>
        <translation>Posten</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>landed on the default branch</source>
        <translation>in den Hauptzweig übernommen</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>landed on the default branch as {commit}</source>
        <translation>in den Hauptzweig übernommen als {commit}</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>landed {day}</source>
        <translation>übernommen {day}</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>last worked on {day}</source>
        <translation>zuletzt bearbeitet {day}</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>lines the agent wrote stand in the commits, or it made the commit or opened the pull request itself.</source>
        <translation>Zeilen des Agenten stehen in den Commits, oder er hat den Commit oder den Pull Request selbst erstellt.</translation>
    </message>
    <message>
        <location filename="presenters/amounts.py"/>
        <source>list value</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>list value, direct</source>
        <translation>Listenpreis, direkt</translation>
    </message>
    <message>
        <location filename="presenters/shared_sentences.py"/>
        <source>median {days} days</source>
        <translation>Median {days} Tage</translation>
    </message>
    <message>
        <location filename="charts/dots.py"/>
        <source>median {median}, too few for a range</source>
        <translation>Median {median}, zu wenige für einen Bereich</translation>
    </message>
    <message>
        <location filename="charts/dots.py"/>
        <source>median {median}, {low} to {high}</source>
        <translation>Median {median}, {low} bis {high}</translation>
    </message>
    <message>
        <location filename="presenters/amounts.py"/>
        <source>minus {amount}</source>
        <translation>minus {amount}</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>mix</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <location filename="presenters/pages/search.py"/>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="charts/dots.py"/>
        <source>n {number}</source>
        <translation>n {number}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>n {n}</source>
        <translation>n {n}</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_words.py"/>
        <source>n {seen}, {n} more had no agent seen</source>
        <comment>n {seen}, {n} more had no agent seen</comment>
        <translation>
            <numerusform>n {seen}, bei {n} weiteren kein Agent gesehen</numerusform>
            <numerusform>n {seen}, bei {n} weiteren kein Agent gesehen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>nearby</source>
        <translation>in der Nähe</translation>
    </message>
    <message>
        <location filename="presenters/pages/item_cells.py"/>
        <source>no agent seen</source>
        <translation>kein Agent gesehen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session.py"/>
        <source>no folder</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>no item</source>
        <translation>kein Posten</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_cells.py"/>
        <source>no known price</source>
        <translation>kein bekannter Preis</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>no line of it says who wrote it</source>
        <translation>keine Zeile davon sagt, wer sie schrieb</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>no repository is added</source>
        <translation>kein Repository hinzugefügt</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>no sign of its own; the next turn of the session that has one, within {hours} hours, went here.</source>
        <translation>kein eigenes Zeichen; die nächste Runde der Sitzung mit einem, binnen {hours} Stunden, ging hierher.</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>no sign of its own; the turn before in the session that has one, within {hours} hours, went here.</source>
        <translation>kein eigenes Zeichen; die vorige Runde der Sitzung mit einem, binnen {hours} Stunden, ging hierher.</translation>
    </message>
    <message>
        <location filename="charts/long_days.py"/>
        <source>no use</source>
        <translation>keine Nutzung</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>none so far</source>
        <translation>bisher nichts</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>not linked</source>
        <translation>nicht verknüpft</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>not looked at yet</source>
        <translation>noch nicht betrachtet</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_owner.py"/>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>not visible here</source>
        <translation>hier nicht sichtbar</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_tools.py"/>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>noted</source>
        <translation>notiert</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="presenters/pages/item_cells.py"/>
        <source>nothing in these days</source>
        <translation>nichts in diesen Tagen</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>nothing was edited</source>
        <translation>nichts wurde bearbeitet</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <location filename="charts/spend_days.py"/>
        <source>of {amount}</source>
        <translation>von {amount}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>of {amount} {span}</source>
        <translation>von {amount} {span}</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>of {day}</source>
        <translation>vom {day}</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>one file, {size}, only you can read it</source>
        <translation>eine Datei, {size}, nur für das eigene Konto lesbar</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>only on the branch</source>
        <translation>nur auf dem Branch</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>output {count}</source>
        <translation>Ausgabe {count}</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>outside a repository</source>
        <translation>außerhalb eines Repositorys</translation>
    </message>
    <message>
        <location filename="presenters/pages/search.py"/>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <location filename="charts/strip.py"/>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/pages/search.py"/>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_owner.py"/>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>pull request</source>
        <translation>Pull Request</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>pull request {name} closed without landing</source>
        <translation>Pull Request {name} ohne Übernahme geschlossen</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>pull request {name} merged</source>
        <translation>Pull Request {name} gemergt</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>pull request {name} merged as {commit}</source>
        <translation>Pull Request {name} gemergt als {commit}</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>pull request {name} opened</source>
        <translation>Pull Request {name} geöffnet</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>quiet since {day}</source>
        <translation>ruht seit {day}</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>refactor</source>
        <translation>Umbau</translation>
    </message>
    <message>
        <location filename="presenters/amounts.py"/>
        <source>reported by the tool</source>
        <translation>vom Werkzeug gemeldet</translation>
    </message>
    <message>
        <location filename="presenters/pages/search.py"/>
        <source>repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <location filename="presenters/quotas.py"/>
        <source>resets {when}</source>
        <translation>neu ab {when}</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>reverted</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>review {time}</source>
        <translation>Review {time}</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>same branch, edited</source>
        <translation>gleicher Branch, bearbeitet</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>says something else than an earlier row of the same</source>
        <translation>sagt etwas anderes als eine frühere Zeile dazu</translation>
    </message>
    <message>
        <location filename="presenters/pages/search.py"/>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>set aside</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>set by you</source>
        <translation>selbst gesetzt</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>settling</source>
        <translation>noch frisch</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>settling until {day}</source>
        <translation>noch frisch bis {day}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>shipped</source>
        <translation>ausgeliefert</translation>
    </message>
    <message>
        <location filename="presenters/shipped.py"/>
        <source>shipped unknown</source>
        <translation>Ausgeliefertes unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>shipped · {kinds}</source>
        <translation>ausgeliefert · {kinds}</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>shipped · {kinds}; settling until {day}</source>
        <translation>ausgeliefert · {kinds}; noch frisch bis {day}</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>shipped · {kinds}; {settling} settling until {day}</source>
        <translation>ausgeliefert · {kinds}; {settling} noch frisch bis {day}</translation>
    </message>
    <message>
        <location filename="presenters/shipped.py"/>
        <source>shipped, not looked at yet</source>
        <translation>ausgeliefert, noch nicht betrachtet</translation>
    </message>
    <message>
        <location filename="presenters/shipped.py"/>
        <source>shipped, settling</source>
        <translation>ausgeliefert, noch frisch</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>shipped, unknown</source>
        <translation>ausgeliefert, unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/shipped.py"/>
        <source>shipped, {number} settling</source>
        <translation>ausgeliefert, {number} noch frisch</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>since its first prompt</source>
        <translation>seit dem ersten Prompt</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <location filename="presenters/pages/item_cells.py"/>
        <source>spend not visible here</source>
        <translation>Ausgaben hier nicht sichtbar</translation>
    </message>
    <message>
        <location filename="presenters/sources.py"/>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>taken back {day}</source>
        <translation>zurückgenommen {day}</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>text that landed</source>
        <translation>übernommener Text</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>that is unknown</source>
        <translation>das ist unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>the agent edited files in a checkout that stood on this branch.</source>
        <translation>der Agent bearbeitete Dateien in einer Arbeitskopie, die auf diesem Branch stand.</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>the agent edited files of this work while it was under way; none of those lines stayed.</source>
        <translation>der Agent bearbeitete Dateien dieser Arbeit, während sie lief; keine dieser Zeilen blieb.</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>the checkout stood on this branch and nothing was edited.</source>
        <translation>die Arbeitskopie stand auf diesem Branch, und nichts wurde bearbeitet.</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>the clocks disagree</source>
        <translation>die Uhren widersprechen sich</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>the log is incomplete</source>
        <translation>das Log ist unvollständig</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>the row is left out</source>
        <translation>die Zeile bleibt weg</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>the token of {name}</source>
        <translation>das Token von {name}</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>the tool itself attests that its session wrote lines of these commits.</source>
        <translation>das Werkzeug selbst bezeugt, dass seine Sitzung Zeilen dieser Commits schrieb.</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/review_change.py"/>
        <source>the {n} weeks before that can be compared</source>
        <comment>{n} week before that can be compared</comment>
        <translation>
            <numerusform>{n} vergleichbaren Woche davor</numerusform>
            <numerusform>den {n} vergleichbaren Wochen davor</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>these days</source>
        <translation>an diesen Tagen</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>they are left out</source>
        <translation>sie bleiben weg</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>this day</source>
        <translation>an diesem Tag</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>this month</source>
        <translation>in diesem Monat</translation>
    </message>
    <message>
        <location filename="presenters/misfits.py"/>
        <source>this one counts</source>
        <translation>diese zählt</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>this quarter</source>
        <translation>in diesem Quartal</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>this week</source>
        <translation>in dieser Woche</translation>
    </message>
    <message>
        <location filename="presenters/spans.py"/>
        <source>this year</source>
        <translation>in diesem Jahr</translation>
    </message>
    <message>
        <location filename="presenters/item_rows.py"/>
        <source>ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>ticket {name} done</source>
        <translation>Ticket {name} erledigt</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>ticket {name} reopened</source>
        <translation>Ticket {name} wieder geöffnet</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>ticket {name} started</source>
        <translation>Ticket {name} begonnen</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_times.py"/>
        <source>ticket {time} from start to done</source>
        <translation>Ticket {time} vom Beginn bis erledigt</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>tokens, as a board would count them</source>
        <translation>Tokens, wie eine Tafel sie zählen würde</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>tokens, as a board would count them: {count}, every kind alike</source>
        <translation>Tokens, wie eine Tafel sie zählen würde: {count}, alle Arten gleich</translation>
    </message>
    <message>
        <location filename="charts/dots.py"/>
        <source>too few for a median</source>
        <translation>zu wenige für einen Median</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>too little text to tell</source>
        <translation>zu wenig Text für eine Aussage</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>turn {number}</source>
        <translation>Runde {number}</translation>
    </message>
    <message>
        <location filename="presenters/shared_sentences.py"/>
        <source>under 1 %</source>
        <translation>unter 1 %</translation>
    </message>
    <message>
        <location filename="presenters/durations.py"/>
        <source>under a minute</source>
        <translation>unter einer Minute</translation>
    </message>
    <message>
        <location filename="presenters/shared_sentences.py"/>
        <source>under {days}</source>
        <translation>unter {days}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>under {share}</source>
        <translation>unter {share}</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>until it landed</source>
        <translation>bis zur Übernahme</translation>
    </message>
    <message>
        <location filename="presenters/quotas.py"/>
        <source>use unknown</source>
        <translation>Nutzung unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/quotas.py"/>
        <source>was reset {when}</source>
        <translation>neu seit {when}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>watched until {day}</source>
        <translation>beobachtet bis {day}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>web searches</source>
        <translation>Websuchen</translation>
    </message>
    <message>
        <location filename="presenters/quotas.py"/>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>when it began is not known</source>
        <translation>der Beginn ist unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>work began before the first log that is here</source>
        <translation>die Arbeit begann vor dem ersten vorhandenen Log</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_times.py"/>
        <source>worked on {n} days</source>
        <comment>worked on {n} day</comment>
        <translation>
            <numerusform>an {n} Tag gearbeitet</numerusform>
            <numerusform>an {n} Tagen gearbeitet</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>you</source>
        <translation>selbst</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>you said so.</source>
        <translation>durch eigene Angabe.</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>your own</source>
        <translation>eigener</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>your word</source>
        <translation>eigene Angabe</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>{agent} are an agent's</source>
        <translation>{agent} stammen von einem Agenten</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>{agent} are an agent's, {touched} of them changed since</source>
        <translation>{agent} stammen von einem Agenten, {touched} davon seither geändert</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>{amount} above the week before</source>
        <translation>{amount} über der Woche davor</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>{amount} below the week before</source>
        <translation>{amount} unter der Woche davor</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>{amount} context</source>
        <translation>{amount} Kontext</translation>
    </message>
    <message>
        <location filename="charts/timeline.py"/>
        <source>{amount} direct</source>
        <translation>{amount} direkt</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>{amount} direct, {context} context</source>
        <translation>{amount} direkt, {context} Kontext</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/item_money.py"/>
        <source>{amount} into {n} other items</source>
        <comment>{amount} into {n} other item</comment>
        <translation>
            <numerusform>{amount} in {n} anderen Posten</numerusform>
            <numerusform>{amount} in {n} andere Posten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>{amount} is not linked ({reasons})</source>
        <translation>{amount} nicht verknüpft ({reasons})</translation>
    </message>
    <message>
        <location filename="presenters/review.py"/>
        <source>{amount} on {when}, linked by what stands around it: part of {item}?</source>
        <translation>{amount} am {when}, nur durch das Umfeld verknüpft: Teil von {item}?</translation>
    </message>
    <message>
        <location filename="presenters/item_money.py"/>
        <source>{amount} went here</source>
        <translation>{amount} hierher</translation>
    </message>
    <message>
        <location filename="presenters/amounts.py"/>
        <source>{amount} {basis}</source>
        <translation>{amount} {basis}</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>{amount} {reason}</source>
        <translation>{amount}: {reason}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session.py"/>
        <source>{basis} in all, {requests}, {turns}</source>
        <translation>{basis} insgesamt, {requests}, {turns}</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>{basis} · {unpriced}</source>
        <translation>{basis} · {unpriced}</translation>
    </message>
    <message>
        <location filename="presenters/pages/empty_days.py"/>
        <source>{basis}, no use</source>
        <translation>{basis}, keine Nutzung</translation>
    </message>
    <message>
        <location filename="presenters/popover.py"/>
        <source>{basis}, not read yet</source>
        <translation>{basis}, noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="presenters/pages/empty_days.py"/>
        <source>{basis}, unknown</source>
        <translation>{basis}, unbekannt</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>{before} to {after}</source>
        <translation>{before} zu {after}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>{count} of it for 1 hour</source>
        <translation>davon {count} für 1 Stunde</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>{count} of it reasoning</source>
        <translation>davon {count} Reasoning</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>{count} tokens, as a board would count them</source>
        <translation>{count} Tokens, wie eine Tafel sie zählen würde</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>{count}, from {first} {first_year} to {last} {last_year}</source>
        <translation>{count}, vom {first} {first_year} bis {last} {last_year}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>{count}, {direct} direct, {context} context</source>
        <translation>{count}, {direct} direkt, {context} Kontext</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>{days} d</source>
        <translation>{days} T</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>{days} days to merged</source>
        <translation>{days} Tage bis zum Merge</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>{days} days to opened</source>
        <translation>{days} Tage bis zum Öffnen</translation>
    </message>
    <message>
        <location filename="charts/spend_days.py"/>
        <source>{day}: {name} {part}. {whole} in all</source>
        <translation>{day}: {name} {part}. {whole} insgesamt</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>{direct} direct, {context} context</source>
        <translation>{direct} direkt, {context} Kontext</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>{done} of {total} MB</source>
        <translation>{done} von {total} MB</translation>
    </message>
    <message>
        <location filename="presenters/pages/first_run.py"/>
        <source>{done} of {total} files</source>
        <translation>{done} von {total} Dateien</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>{email} is not among your e-mails.</source>
        <translation>{email} gehört nicht zu den eigenen E-Mails.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>{email} is not an e-mail address.</source>
        <translation>{email} ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>{files} stay: Outlay did not write them.</source>
        <translation>{files} bleiben: Outlay hat sie nicht geschrieben.</translation>
    </message>
    <message>
        <location filename="presenters/foot.py"/>
        <source>{files}, about {time} left</source>
        <translation>{files}, noch etwa {time}</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_kept.py"/>
        <source>{file}; {size} with its copies</source>
        <translation>{file}; {size} mit Kopien</translation>
    </message>
    <message>
        <location filename="presenters/shared_page.py"/>
        <source>{held} held, {settling} settling, {reverted} taken back.</source>
        <translation>{held} bewährt, {settling} noch frisch, {reverted} zurückgenommen.</translation>
    </message>
    <message>
        <location filename="presenters/durations.py"/>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <location filename="presenters/durations.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_cells.py"/>
        <source>{item} and {more} more</source>
        <translation>{item} und {more} weitere</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>{item} does not count as shipped work.</source>
        <translation>{item} zählt nicht als ausgeliefert.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_own.py"/>
        <source>{item} does not count as shipped, set by you.</source>
        <translation>{item} zählt nicht als ausgeliefert, selbst gesetzt.</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>{item} was entered: {title}</source>
        <translation>{item} wurde eingetragen: {title}</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>{item}, a part of it, commit {commit}: {title}</source>
        <translation>{item}, ein Teil davon, Commit {commit}: {title}</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>{item}, commit {commit}: {title}</source>
        <translation>{item}, Commit {commit}: {title}</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_cells.py"/>
        <source>{item}, open</source>
        <translation>{item}, offen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_cells.py"/>
        <source>{item}, reverted</source>
        <translation>{item}, zurückgenommen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_cells.py"/>
        <source>{item}, set aside</source>
        <translation>{item}, beiseitegelegt</translation>
    </message>
    <message>
        <location filename="presenters/shipped.py"/>
        <source>{kinds} shipped</source>
        <translation>{kinds} ausgeliefert</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>{kind} is {share} of the amount</source>
        <translation>{kind} ist {share} des Betrags</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>{kind} {share}</source>
        <translation>{kind} {share}</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/first_run.py"/>
        <source>{logs} of {n} tools</source>
        <comment>{logs} of {n} tool</comment>
        <translation>
            <numerusform>{logs} von {n} Werkzeug</numerusform>
            <numerusform>{logs} von {n} Werkzeugen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/sources.py"/>
        <source>{message}. Check who may read it.</source>
        <translation>{message}. Bitte die Leserechte prüfen.</translation>
    </message>
    <message>
        <location filename="presenters/durations.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_prices.py"/>
        <source>{model}, input {input}, output {output}, {requests}</source>
        <translation>{model}, Eingabe {input}, Ausgabe {output}, {requests}</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>{names} and {n} more</source>
        <translation>{names} und {n} weitere</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_table.py"/>
        <source>{name} in all, {amount} list value</source>
        <translation>{name} insgesamt, {amount} Listenpreis</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>{name} is connected.</source>
        <translation>{name} ist verbunden.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_acts.py"/>
        <source>{name} is forgotten: {commits}, {items}</source>
        <translation>{name} ist vergessen: {commits}, {items}</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>{name} is kept as it is now.</source>
        <translation>{name} ist so behalten.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>{name} is removed, and its token is out of the keyring.</source>
        <translation>{name} ist entfernt, das Token nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>{name} is removed.</source>
        <translation>{name} ist entfernt.</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>{name} taken back</source>
        <translation>{name} zurückgenommen</translation>
    </message>
    <message>
        <location filename="presenters/timelines.py"/>
        <source>{name} taken back by {commit}</source>
        <translation>{name} zurückgenommen durch {commit}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped.py"/>
        <source>{name} {count}</source>
        <translation>{name} {count}</translation>
    </message>
    <message>
        <location filename="charts/where.py"/>
        <source>{name} {direct} direct</source>
        <translation>{name} {direct} direkt</translation>
    </message>
    <message>
        <location filename="charts/where.py"/>
        <source>{name} {direct} direct, {context} context</source>
        <translation>{name} {direct} direkt, {context} Kontext</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_table.py"/>
        <source>{name}, {amount} list value, {requests}</source>
        <translation>{name}, {amount} Listenpreis, {requests}</translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>{name}, {note}, {amount}</source>
        <translation>{name}, {note}, {amount}</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>{number} changed</source>
        <translation>{number} geändert</translation>
    </message>
    <message>
        <location filename="charts/week.py"/>
        <source>{number} more</source>
        <translation>{number} weitere</translation>
    </message>
    <message>
        <location filename="presenters/window_foot.py"/>
        <source>{number} more in Sources</source>
        <translation>{number} weitere unter Quellen</translation>
    </message>
    <message>
        <location filename="presenters/quotas.py"/>
        <source>{number}%</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <location filename="presenters/tokens.py"/>
        <source>{number} M</source>
        <translation>{number} Mio.</translation>
    </message>
    <message>
        <location filename="presenters/tokens.py"/>
        <source>{number} k</source>
        <translation>{number} Tsd.</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_sentences.py"/>
        <source>{n} agent-written</source>
        <comment>{n} agent-written</comment>
        <translation>
            <numerusform>{n} vom Agenten geschrieben</numerusform>
            <numerusform>{n} vom Agenten geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} backups could not be made; every figure is kept all the same. Check the room and rights of the data folder.</source>
        <comment>{n} backup could not be made; every figure is kept all the same. Check the room and rights of the data folder.</comment>
        <translation>
            <numerusform>{n} Sicherung war nicht möglich; alle Zahlen bleiben trotzdem. Bitte Platz und Rechte des Datenordners prüfen.</numerusform>
            <numerusform>{n} Sicherungen waren nicht möglich; alle Zahlen bleiben trotzdem. Bitte Platz und Rechte des Datenordners prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shipped.py"/>
        <source>{n} by hand</source>
        <comment>{n} by hand</comment>
        <translation>
            <numerusform>{n} von Hand</numerusform>
            <numerusform>{n} von Hand</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/sizes.py"/>
        <source>{n} bytes</source>
        <translation>{n} Bytes</translation>
    </message>
    <message numerus="yes">
        <location filename="charts/timeline.py"/>
        <source>{n} commits</source>
        <comment>{n} commit</comment>
        <translation>
            <numerusform>{n} Commit</numerusform>
            <numerusform>{n} Commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_sentences.py"/>
        <source>{n} consulted</source>
        <comment>{n} consulted</comment>
        <translation>
            <numerusform>{n} befragt</numerusform>
            <numerusform>{n} befragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/item_story.py"/>
        <source>{n} copies</source>
        <comment>{n} copy</comment>
        <translation>
            <numerusform>{n} Kopie</numerusform>
            <numerusform>{n} Kopien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/durations.py"/>
        <source>{n} days</source>
        <comment>{n} day</comment>
        <translation>
            <numerusform>{n} Tag</numerusform>
            <numerusform>{n} Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="charts/timeline.py"/>
        <source>{n} days without anything</source>
        <comment>{n} day without anything</comment>
        <translation>
            <numerusform>{n} Tag ohne etwas</numerusform>
            <numerusform>{n} Tage ohne etwas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/durations.py"/>
        <source>{n} days {hours} h</source>
        <comment>{n} day {hours} h</comment>
        <translation>
            <numerusform>{n} Tag {hours} h</numerusform>
            <numerusform>{n} Tage {hours} h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/amounts.py"/>
        <source>{n} dollars</source>
        <comment>{n} dollar</comment>
        <translation>
            <numerusform>{n} Dollar</numerusform>
            <numerusform>{n} Dollar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/amounts.py"/>
        <source>{n} euros</source>
        <comment>{n} euro</comment>
        <translation>
            <numerusform>{n} Euro</numerusform>
            <numerusform>{n} Euro</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/first_run.py"/>
        <source>{n} files</source>
        <comment>{n} file</comment>
        <translation>
            <numerusform>{n} Datei</numerusform>
            <numerusform>{n} Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} files could not be opened, so figures may miss their use. Check who may read the folder.</source>
        <comment>{n} file could not be opened, so figures may miss their use. Check who may read the folder.</comment>
        <translation>
            <numerusform>{n} Datei ließ sich nicht öffnen, deshalb kann ihre Nutzung in den Zahlen fehlen. Bitte die Leserechte des Ordners prüfen.</numerusform>
            <numerusform>{n} Dateien ließen sich nicht öffnen, deshalb kann ihre Nutzung in den Zahlen fehlen. Bitte die Leserechte des Ordners prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} files cut short or replaced since the last reading, so read anew. What was read before is kept.</source>
        <comment>{n} file cut short or replaced since the last reading, so read anew. What was read before is kept.</comment>
        <translation>
            <numerusform>{n} Datei wurde seit dem letzten Lesen gekürzt oder ersetzt und deshalb neu gelesen. Früher Gelesenes bleibt.</numerusform>
            <numerusform>{n} Dateien wurden seit dem letzten Lesen gekürzt oder ersetzt und deshalb neu gelesen. Früher Gelesenes bleibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} files held by the program that writes it. It is read at the next sync; nothing is lost.</source>
        <comment>{n} file held by the program that writes it. It is read at the next sync; nothing is lost.</comment>
        <translation>
            <numerusform>{n} Datei wird von ihrem Programm gehalten. Sie wird beim nächsten Aktualisieren gelesen; nichts geht verloren.</numerusform>
            <numerusform>{n} Dateien werden von ihrem Programm gehalten. Sie werden beim nächsten Aktualisieren gelesen; nichts geht verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} files went away while being read. What was read before is kept.</source>
        <comment>{n} file went away while being read. What was read before is kept.</comment>
        <translation>
            <numerusform>{n} Datei verschwand während des Lesens. Früher Gelesenes bleibt.</numerusform>
            <numerusform>{n} Dateien verschwanden während des Lesens. Früher Gelesenes bleibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/sources_tools.py"/>
        <source>{n} files.</source>
        <comment>{n} file.</comment>
        <translation>
            <numerusform>{n} Datei.</numerusform>
            <numerusform>{n} Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/spend_table.py"/>
        <source>{n} folders</source>
        <comment>{n} folder</comment>
        <translation>
            <numerusform>{n} Ordner</numerusform>
            <numerusform>{n} Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_page.py"/>
        <source>{n} held</source>
        <comment>{n} held</comment>
        <translation>
            <numerusform>{n} bewährt</numerusform>
            <numerusform>{n} bewährt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/method_section.py"/>
        <source>{n} hours</source>
        <comment>{n} hour</comment>
        <translation>
            <numerusform>{n} Stunde</numerusform>
            <numerusform>{n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_rows.py"/>
        <source>{n} items</source>
        <comment>{n} item</comment>
        <translation>
            <numerusform>{n} Posten</numerusform>
            <numerusform>{n} Posten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_page.py"/>
        <source>{n} items shipped</source>
        <comment>{n} item shipped</comment>
        <translation>
            <numerusform>{n} Posten ausgeliefert</numerusform>
            <numerusform>{n} Posten ausgeliefert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shipped.py"/>
        <source>{n} items {caption}</source>
        <comment>{n} item {caption}</comment>
        <translation>
            <numerusform>{n} Posten {caption}</numerusform>
            <numerusform>{n} Posten {caption}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_words.py"/>
        <source>{n} items, listed above. A median is given from {median}, a range from {range}.</source>
        <comment>{n} item, listed above. A median is given from {median}, a range from {range}.</comment>
        <translation>
            <numerusform>{n} Posten, oben aufgelistet. Einen Median gibt es ab {median}, einen Bereich ab {range}.</numerusform>
            <numerusform>{n} Posten, oben aufgelistet. Einen Median gibt es ab {median}, einen Bereich ab {range}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_sentences.py"/>
        <source>{n} items, too few for a range</source>
        <comment>{n} item, too few for a range</comment>
        <translation>
            <numerusform>{n} Posten, zu wenig für eine Spanne</numerusform>
            <numerusform>{n} Posten, zu wenig für eine Spanne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_sentences.py"/>
        <source>{n} items; a median is given from {least}</source>
        <comment>{n} item; a median is given from {least}</comment>
        <translation>
            <numerusform>{n} Posten; einen Median gibt es ab {least}</numerusform>
            <numerusform>{n} Posten; einen Median gibt es ab {least}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/sources_tools.py"/>
        <source>{n} kinds of trouble in its files.</source>
        <comment>{n} kind of trouble in its files.</comment>
        <translation>
            <numerusform>{n} Art von Störung in den Dateien.</numerusform>
            <numerusform>{n} Arten von Störungen in den Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>{n} lines</source>
        <comment>{n} line</comment>
        <translation>
            <numerusform>{n} Zeile</numerusform>
            <numerusform>{n} Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/item_story.py"/>
        <source>{n} lines added, {whole} of them say something</source>
        <comment>{n} line added, {whole} of them say something</comment>
        <translation>
            <numerusform>{n} Zeile hinzugefügt, {whole} davon aussagekräftig</numerusform>
            <numerusform>{n} Zeilen hinzugefügt, {whole} davon aussagekräftig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} lines could not be read as JSON, so figures may miss their use. An update of Outlay may help.</source>
        <comment>{n} line could not be read as JSON, so figures may miss their use. An update of Outlay may help.</comment>
        <translation>
            <numerusform>{n} Zeile ließ sich nicht als JSON lesen, deshalb kann ihre Nutzung in den Zahlen fehlen. Ein Update von Outlay kann helfen.</numerusform>
            <numerusform>{n} Zeilen ließen sich nicht als JSON lesen, deshalb kann ihre Nutzung in den Zahlen fehlen. Ein Update von Outlay kann helfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/first_run.py"/>
        <source>{n} lines gave trouble.</source>
        <comment>{n} line gave trouble.</comment>
        <translation>
            <numerusform>{n} Zeile bereitete Schwierigkeiten.</numerusform>
            <numerusform>{n} Zeilen bereiteten Schwierigkeiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} lines held a value of an unexpected kind, so that value is unknown. An update of Outlay may help.</source>
        <comment>{n} line held a value of an unexpected kind, so that value is unknown. An update of Outlay may help.</comment>
        <translation>
            <numerusform>{n} Zeile enthielt einen Wert unerwarteter Art, der deshalb unbekannt ist. Ein Update von Outlay kann helfen.</numerusform>
            <numerusform>{n} Zeilen enthielten einen Wert unerwarteter Art, der deshalb unbekannt ist. Ein Update von Outlay kann helfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} lines held bytes that are not text, so figures may miss their use. Nothing else is affected.</source>
        <comment>{n} line held bytes that are not text, so figures may miss their use. Nothing else is affected.</comment>
        <translation>
            <numerusform>{n} Zeile enthielt Bytes, die kein Text sind, deshalb kann ihre Nutzung in den Zahlen fehlen. Sonst ist nichts betroffen.</numerusform>
            <numerusform>{n} Zeilen enthielten Bytes, die kein Text sind, deshalb kann ihre Nutzung in den Zahlen fehlen. Sonst ist nichts betroffen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>{n} lines in {sessions}</source>
        <comment>{n} line in {sessions}</comment>
        <translation>
            <numerusform>{n} Zeile in {sessions}</numerusform>
            <numerusform>{n} Zeilen in {sessions}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} lines passed the length limit, so figures may miss their use. The rest of the file was read.</source>
        <comment>{n} line passed the length limit, so figures may miss their use. The rest of the file was read.</comment>
        <translation>
            <numerusform>{n} Zeile war zu lang, deshalb kann ihre Nutzung in den Zahlen fehlen. Der Rest der Datei wurde gelesen.</numerusform>
            <numerusform>{n} Zeilen waren zu lang, deshalb kann ihre Nutzung in den Zahlen fehlen. Der Rest der Datei wurde gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} links back to a folder already read, so not followed. Nothing is counted twice.</source>
        <comment>{n} link back to a folder already read, so not followed. Nothing is counted twice.</comment>
        <translation>
            <numerusform>{n} Verknüpfung führt in einen schon gelesenen Ordner zurück und wird nicht verfolgt. Nichts zählt doppelt.</numerusform>
            <numerusform>{n} Verknüpfungen führen in einen schon gelesenen Ordner zurück und werden nicht verfolgt. Nichts zählt doppelt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/first_run.py"/>
        <source>{n} log files</source>
        <comment>{n} log file</comment>
        <translation>
            <numerusform>{n} Log-Datei</numerusform>
            <numerusform>{n} Log-Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} looks brought nothing new where something was due. Older figures stay as they are.</source>
        <comment>{n} look brought nothing new where something was due. Older figures stay as they are.</comment>
        <translation>
            <numerusform>{n} Blick brachte nichts Neues, wo etwas fällig war. Ältere Zahlen bleiben, wie sie sind.</numerusform>
            <numerusform>{n} Blicke brachten nichts Neues, wo etwas fällig war. Ältere Zahlen bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/method_section.py"/>
        <source>{n} minutes</source>
        <comment>{n} minute</comment>
        <translation>
            <numerusform>{n} Minute</numerusform>
            <numerusform>{n} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_sentences.py"/>
        <source>{n} mixed</source>
        <comment>{n} mixed</comment>
        <translation>
            <numerusform>{n} gemischt</numerusform>
            <numerusform>{n} gemischt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/sources_kept.py"/>
        <source>{n} models without a price</source>
        <comment>{n} model without a price</comment>
        <translation>
            <numerusform>{n} Modell ohne Preis</numerusform>
            <numerusform>{n} Modelle ohne Preis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/first_look.py"/>
        <source>{n} more</source>
        <comment>{n} more</comment>
        <translation>
            <numerusform>{n} weiterer</numerusform>
            <numerusform>{n} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>{n} more files</source>
        <comment>{n} more file</comment>
        <translation>
            <numerusform>{n} weitere Datei</numerusform>
            <numerusform>{n} weitere Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/foot.py"/>
        <source>{n} more in Sources</source>
        <comment>{n} more in Sources</comment>
        <translation>
            <numerusform>{n} weiterer unter Quellen</numerusform>
            <numerusform>{n} weitere unter Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_words.py"/>
        <source>{n} more in Sources.</source>
        <comment>{n} more in Sources.</comment>
        <translation>
            <numerusform>{n} weiterer unter Quellen.</numerusform>
            <numerusform>{n} weitere unter Quellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/item_rows.py"/>
        <source>{n} more items</source>
        <comment>{n} more item</comment>
        <translation>
            <numerusform>{n} weiterer Posten</numerusform>
            <numerusform>{n} weitere Posten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shipped.py"/>
        <source>{n} more pull requests count with their tickets</source>
        <comment>{n} more pull request counts with its ticket</comment>
        <translation>
            <numerusform>{n} weiterer Pull Request zählt mit seinem Ticket</numerusform>
            <numerusform>{n} weitere Pull Requests zählen mit ihren Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/spend_table.py"/>
        <source>{n} more sessions</source>
        <comment>{n} more session</comment>
        <translation>
            <numerusform>{n} weitere Sitzung</numerusform>
            <numerusform>{n} weitere Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/sources_tools.py"/>
        <source>{n} more tools are not on this machine.</source>
        <comment>{n} more tool is not on this machine.</comment>
        <translation>
            <numerusform>{n} weiteres Werkzeug ist nicht auf diesem Rechner.</numerusform>
            <numerusform>{n} weitere Werkzeuge sind nicht auf diesem Rechner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/spend_session_tables.py"/>
        <source>{n} more turns</source>
        <comment>{n} more turn</comment>
        <translation>
            <numerusform>{n} weitere Runde</numerusform>
            <numerusform>{n} weitere Runden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/review.py"/>
        <source>{n} of them settle: they landed less than 14 days before.</source>
        <comment>{n} of them settles: it landed less than 14 days before.</comment>
        <translation>
            <numerusform>{n} davon ist noch frisch: vor weniger als 14 Tagen gelandet.</numerusform>
            <numerusform>{n} davon sind noch frisch: vor weniger als 14 Tagen gelandet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/review.py"/>
        <source>{n} of them went into work that shipped</source>
        <comment>{n} of them went into work that shipped</comment>
        <translation>
            <numerusform>{n} davon ging in Arbeit, die ausgeliefert wurde</numerusform>
            <numerusform>{n} davon gingen in Arbeit, die ausgeliefert wurde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped.py"/>
        <source>{n} other items took money or landed before.</source>
        <comment>{n} other item took money or landed before.</comment>
        <translation>
            <numerusform>{n} anderer Posten kostete Geld oder wurde vorher übernommen.</numerusform>
            <numerusform>{n} andere Posten kosteten Geld oder wurden vorher übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/first_run.py"/>
        <source>{n} own commits</source>
        <comment>{n} own commit</comment>
        <translation>
            <numerusform>{n} eigener Commit</numerusform>
            <numerusform>{n} eigene Commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/sources_kept.py"/>
        <source>{n} own prices</source>
        <comment>{n} own price</comment>
        <translation>
            <numerusform>{n} eigener Preis</numerusform>
            <numerusform>{n} eigene Preise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/amounts.py"/>
        <source>{n} pounds</source>
        <comment>{n} pound</comment>
        <translation>
            <numerusform>{n} Pfund</numerusform>
            <numerusform>{n} Pfund</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/accounts.py"/>
        <source>{n} pull requests</source>
        <comment>{n} pull request</comment>
        <translation>
            <numerusform>{n} Pull Request</numerusform>
            <numerusform>{n} Pull Requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/week.py"/>
        <source>{n} reasons</source>
        <comment>{n} reason</comment>
        <translation>
            <numerusform>{n} Grund</numerusform>
            <numerusform>{n} Gründe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} records could not be used, so figures may miss their use.</source>
        <comment>{n} record could not be used, so figures may miss their use.</comment>
        <translation>
            <numerusform>{n} Eintrag ließ sich nicht verwenden, deshalb kann seine Nutzung in den Zahlen fehlen.</numerusform>
            <numerusform>{n} Einträge ließen sich nicht verwenden, deshalb kann ihre Nutzung in den Zahlen fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} records in a form Outlay does not know, so left out. An update of Outlay may help.</source>
        <comment>{n} record in a form Outlay does not know, so left out. An update of Outlay may help.</comment>
        <translation>
            <numerusform>{n} Eintrag in einer Form, die Outlay nicht kennt, bleibt weg. Ein Update von Outlay kann helfen.</numerusform>
            <numerusform>{n} Einträge in einer Form, die Outlay nicht kennt, bleiben weg. Ein Update von Outlay kann helfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} records more than a day later than the file itself, so their day may be off. Check the clock of this machine.</source>
        <comment>{n} record more than a day later than the file itself, so their day may be off. Check the clock of this machine.</comment>
        <translation>
            <numerusform>{n} Eintrag ist mehr als einen Tag jünger als die Datei selbst, deshalb kann sein Tag falsch sein. Bitte die Uhr dieses Rechners prüfen.</numerusform>
            <numerusform>{n} Einträge sind mehr als einen Tag jünger als die Datei selbst, deshalb kann ihr Tag falsch sein. Bitte die Uhr dieses Rechners prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} records stood in two logs with different counts. The fuller one is counted, once.</source>
        <comment>{n} record stood in two logs with different counts. The fuller one is counted, once.</comment>
        <translation>
            <numerusform>{n} Eintrag stand in zwei Logs mit verschiedenen Zahlen. Der vollständigere zählt, einmal.</numerusform>
            <numerusform>{n} Einträge standen in zwei Logs mit verschiedenen Zahlen. Der vollständigere zählt, einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} records without a time. The time of the line before, or of the file, stands in, so their day may be off.</source>
        <comment>{n} record without a time. The time of the line before, or of the file, stands in, so their day may be off.</comment>
        <translation>
            <numerusform>{n} Eintrag ohne Zeit. Die Zeit der Zeile davor oder der Datei gilt, deshalb kann sein Tag falsch sein.</numerusform>
            <numerusform>{n} Einträge ohne Zeit. Die Zeit der Zeile davor oder der Datei gilt, deshalb kann ihr Tag falsch sein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} repositories cloned without its full history, so older work is not shown. Run git fetch --unshallow there.</source>
        <comment>{n} repository cloned without its full history, so older work is not shown. Run git fetch --unshallow there.</comment>
        <translation>
            <numerusform>{n} Repository wurde ohne vollständige Geschichte geklont, deshalb fehlt ältere Arbeit. Dort git fetch --unshallow ausführen.</numerusform>
            <numerusform>{n} Repositorys wurden ohne vollständige Geschichte geklont, deshalb fehlt ältere Arbeit. Dort git fetch --unshallow ausführen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} repositories gave no answer from git, so newer work is not shown. Run git status there to see why.</source>
        <comment>{n} repository gave no answer from git, so newer work is not shown. Run git status there to see why.</comment>
        <translation>
            <numerusform>{n} Repository gab keine Antwort von Git, deshalb fehlt neuere Arbeit. git status dort zeigt, warum.</numerusform>
            <numerusform>{n} Repositorys gaben keine Antwort von Git, deshalb fehlt neuere Arbeit. git status dort zeigt, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} repositories locked by another git command. It is read at the next look.</source>
        <comment>{n} repository locked by another git command. It is read at the next look.</comment>
        <translation>
            <numerusform>{n} Repository ist durch einen anderen Git-Befehl gesperrt. Es wird beim nächsten Blick gelesen.</numerusform>
            <numerusform>{n} Repositorys sind durch einen anderen Git-Befehl gesperrt. Sie werden beim nächsten Blick gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} repositories not found where it was, so newer work is not shown. Add it again under its new path.</source>
        <comment>{n} repository not found where it was, so newer work is not shown. Add it again under its new path.</comment>
        <translation>
            <numerusform>{n} Repository ist nicht mehr am alten Ort, deshalb fehlt neuere Arbeit. Bitte unter dem neuen Pfad wieder hinzufügen.</numerusform>
            <numerusform>{n} Repositorys sind nicht mehr am alten Ort, deshalb fehlt neuere Arbeit. Bitte unter dem neuen Pfad wieder hinzufügen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} repositories owned by another user, so git refuses to read it. Add it to git's safe.directory to read it.</source>
        <comment>{n} repository owned by another user, so git refuses to read it. Add it to git's safe.directory to read it.</comment>
        <translation>
            <numerusform>{n} Repository gehört einem anderen Benutzer, deshalb liest Git es nicht. Zum Lesen in safe.directory von Git eintragen.</numerusform>
            <numerusform>{n} Repositorys gehören einem anderen Benutzer, deshalb liest Git sie nicht. Zum Lesen in safe.directory von Git eintragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} repositories took too long to answer. The rest is read at the next look.</source>
        <comment>{n} repository took too long to answer. The rest is read at the next look.</comment>
        <translation>
            <numerusform>{n} Repository brauchte zu lange für eine Antwort. Der Rest wird beim nächsten Blick gelesen.</numerusform>
            <numerusform>{n} Repositorys brauchten zu lange für eine Antwort. Der Rest wird beim nächsten Blick gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} repositories without a working copy, so agents' paths cannot be matched. Commits are still read.</source>
        <comment>{n} repository without a working copy, so agents' paths cannot be matched. Commits are still read.</comment>
        <translation>
            <numerusform>{n} Repository ohne Arbeitskopie, deshalb lassen sich Pfade der Agenten nicht zuordnen. Commits werden trotzdem gelesen.</numerusform>
            <numerusform>{n} Repositorys ohne Arbeitskopie, deshalb lassen sich Pfade der Agenten nicht zuordnen. Commits werden trotzdem gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>{n} requests</source>
        <comment>{n} request</comment>
        <translation>
            <numerusform>{n} Anfrage</numerusform>
            <numerusform>{n} Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/first_run.py"/>
        <source>{n} requests are kept.</source>
        <comment>{n} request is kept.</comment>
        <translation>
            <numerusform>{n} Anfrage ist gespeichert.</numerusform>
            <numerusform>{n} Anfragen sind gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/spend_session.py"/>
        <source>{n} requests have no known price</source>
        <comment>{n} request has no known price</comment>
        <translation>
            <numerusform>{n} Anfrage hat keinen bekannten Preis</numerusform>
            <numerusform>{n} Anfragen haben keinen bekannten Preis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/week.py"/>
        <source>{n} requests have no known price and are in no sum</source>
        <comment>{n} request has no known price and is in no sum</comment>
        <translation>
            <numerusform>{n} Anfrage hat keinen bekannten Preis und steht in keiner Summe</numerusform>
            <numerusform>{n} Anfragen haben keinen bekannten Preis und stehen in keiner Summe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/spend.py"/>
        <source>{n} requests have no known price and are in no sum.</source>
        <comment>{n} request has no known price and is in no sum.</comment>
        <translation>
            <numerusform>{n} Anfrage hat keinen bekannten Preis und steht in keiner Summe.</numerusform>
            <numerusform>{n} Anfragen haben keinen bekannten Preis und stehen in keiner Summe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/first_run.py"/>
        <source>{n} requests so far.</source>
        <comment>{n} request so far.</comment>
        <translation>
            <numerusform>Bisher {n} Anfrage.</numerusform>
            <numerusform>Bisher {n} Anfragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} requests without a model's name, so the price is unknown or assumed.</source>
        <comment>{n} request without a model's name, so the price is unknown or assumed.</comment>
        <translation>
            <numerusform>{n} Anfrage ohne Modellnamen, deshalb ist der Preis unbekannt oder angenommen.</numerusform>
            <numerusform>{n} Anfragen ohne Modellnamen, deshalb ist der Preis unbekannt oder angenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="charts/strip.py"/>
        <source>{n} requests without a price</source>
        <comment>{n} request without a price</comment>
        <translation>
            <numerusform>{n} Anfrage ohne Preis</numerusform>
            <numerusform>{n} Anfragen ohne Preis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/item_money.py"/>
        <source>{n} requests without a price: amounts are at least.</source>
        <comment>{n} request without a price: amounts are at least.</comment>
        <translation>
            <numerusform>{n} Anfrage ohne Preis: Beträge sind Mindestbeträge.</numerusform>
            <numerusform>{n} Anfragen ohne Preis: Beträge sind Mindestbeträge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="charts/long_days.py"/>
        <source>{n} requests, no price</source>
        <comment>{n} request, no price</comment>
        <translation>
            <numerusform>{n} Anfrage, kein Preis</numerusform>
            <numerusform>{n} Anfragen, kein Preis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/item_rows.py"/>
        <source>{n} requests, not in any sum</source>
        <comment>{n} request, not in any sum</comment>
        <translation>
            <numerusform>{n} Anfrage, in keiner Summe</numerusform>
            <numerusform>{n} Anfragen, in keiner Summe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="charts/where.py"/>
        <source>{n} requests, price unknown</source>
        <comment>{n} request, price unknown</comment>
        <translation>
            <numerusform>{n} Anfrage, Preis unbekannt</numerusform>
            <numerusform>{n} Anfragen, Preis unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>{n} sessions</source>
        <comment>{n} session</comment>
        <translation>
            <numerusform>{n} Sitzung</numerusform>
            <numerusform>{n} Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} sessions copied from a session whose log is gone. What was copied cannot be told apart and is counted.</source>
        <comment>{n} session copied from a session whose log is gone. What was copied cannot be told apart and is counted.</comment>
        <translation>
            <numerusform>{n} Sitzung wurde aus einer kopiert, deren Log fehlt. Das Kopierte lässt sich nicht trennen und zählt mit.</numerusform>
            <numerusform>{n} Sitzungen wurden aus einer kopiert, deren Log fehlt. Das Kopierte lässt sich nicht trennen und zählt mit.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_cells.py"/>
        <source>{n} set aside or not linked</source>
        <translation>{n} beiseitegelegt oder nicht verknüpft</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shared_page.py"/>
        <source>{n} settling</source>
        <comment>{n} settling</comment>
        <translation>
            <numerusform>{n} noch frisch</numerusform>
            <numerusform>{n} noch frisch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/shipped.py"/>
        <source>{n} shipped</source>
        <comment>{n} shipped</comment>
        <translation>
            <numerusform>{n} ausgeliefert</numerusform>
            <numerusform>{n} ausgeliefert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/accounts.py"/>
        <source>{n} tickets</source>
        <comment>{n} ticket</comment>
        <translation>
            <numerusform>{n} Ticket</numerusform>
            <numerusform>{n} Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_pane.py"/>
        <source>{n} turns</source>
        <comment>{n} turn</comment>
        <translation>
            <numerusform>{n} Runde</numerusform>
            <numerusform>{n} Runden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>{n} turns of it keep their own word</source>
        <comment>{n} turn of it keeps its own word</comment>
        <translation>
            <numerusform>{n} Runde davon behält ihre eigene Angabe</numerusform>
            <numerusform>{n} Runden davon behalten ihre eigene Angabe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/timelines.py"/>
        <source>{n} turns {amount}</source>
        <comment>{n} turn {amount}</comment>
        <translation>
            <numerusform>{n} Runde {amount}</numerusform>
            <numerusform>{n} Runden {amount}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/sources_acts.py"/>
        <source>{n} words of yours stay</source>
        <comment>{n} word of yours stays</comment>
        <translation>
            <numerusform>{n} eigene Angabe bleibt</numerusform>
            <numerusform>{n} eigene Angaben bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/pages/sources_owner.py"/>
        <source>{n} worktrees</source>
        <comment>{n} worktree</comment>
        <translation>
            <numerusform>{n} Worktree</numerusform>
            <numerusform>{n} Worktrees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/problems.py"/>
        <source>{n} writes to Outlay's file failed, so newer use is not shown. Check that the disk has room.</source>
        <comment>{n} write to Outlay's file failed, so newer use is not shown. Check that the disk has room.</comment>
        <translation>
            <numerusform>{n} Schreibvorgang in Outlays Datei schlug fehl, deshalb fehlt neuere Nutzung. Bitte freien Platz prüfen.</numerusform>
            <numerusform>{n} Schreibvorgänge in Outlays Datei schlugen fehl, deshalb fehlt neuere Nutzung. Bitte freien Platz prüfen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/week.py"/>
        <source>{n}, {other} on other days</source>
        <translation>{n}, {other} an anderen Tagen</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend.py"/>
        <source>{parts} tokens.</source>
        <translation>{parts} Tokens.</translation>
    </message>
    <message>
        <location filename="presenters/items.py"/>
        <source>{part} %</source>
        <translation>{part} %</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>{part} % of commits naming an agent have its log</source>
        <translation>Zu {part} % der Commits, die einen Agenten nennen, ist das Log da</translation>
    </message>
    <message>
        <location filename="presenters/shared_notes.py"/>
        <source>{part} % of the spend is not linked to an item</source>
        <translation>{part} % der Ausgaben sind mit keinem Posten verknüpft</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_own.py"/>
        <source>{part} % of {session} belongs here, set by you.</source>
        <translation>{part} % von {session} gehören hierher, selbst gesetzt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>{part} of the {whole} is from before or after these days.</source>
        <translation>{part} der {whole} stammen von vor oder nach diesen Tagen.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>{part} of the {whole} is from before {day}.</source>
        <translation>{part} der {whole} stammen von vor {day}.</translation>
    </message>
    <message>
        <location filename="presenters/tokens.py"/>
        <source>{part} %</source>
        <translation>{part} %</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>{path} cannot be read ({why}).</source>
        <translation>{path} lässt sich nicht lesen ({why}).</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>{path} is neither a folder nor a repository of yours.</source>
        <translation>{path} ist weder ein Ordner noch eines der Repositorys.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>{path} is not among your repositories.</source>
        <translation>{path} gehört nicht zu den eigenen Repositorys.</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>{path} is not in a git repository, so none was added.</source>
        <translation>{path} liegt in keinem Git-Repository, deshalb wurde keines hinzugefügt.</translation>
    </message>
    <message>
        <location filename="presenters/quotas.py"/>
        <source>{percent} used</source>
        <translation>{percent} genutzt</translation>
    </message>
    <message>
        <location filename="presenters/tray.py"/>
        <source>{period} {amount} {basis}, {shipped}</source>
        <translation>{period} {amount} {basis}, {shipped}</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>{place} cannot be read, so it is unknown what starts.</source>
        <translation>{place} lässt sich nicht lesen, deshalb ist unbekannt, was startet.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>{place} is there, and the desktop's own settings hold it back.</source>
        <translation>{place} ist vorhanden, aber die Einstellungen des Desktops verhindern den Start.</translation>
    </message>
    <message>
        <location filename="presenters/pages/settings.py"/>
        <source>{place} starts another program. Yes replaces it.</source>
        <translation>{place} startet ein anderes Programm. Ja ersetzt es.</translation>
    </message>
    <message>
        <location filename="presenters/sources.py"/>
        <source>{problem} See {place}.</source>
        <translation>{problem} Siehe {place}.</translation>
    </message>
    <message>
        <location filename="presenters/first_look.py"/>
        <source>{reading}. Figures appear as soon as the newest are read.</source>
        <translation>{reading}. Zahlen erscheinen, sobald die neuesten gelesen sind.</translation>
    </message>
    <message>
        <location filename="presenters/foot.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_own.py"/>
        <source>{session} belongs elsewhere, set by you.</source>
        <translation>{session} gehört anderswohin, selbst gesetzt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_own.py"/>
        <source>{session} belongs here, set by you.</source>
        <translation>{session} gehört hierher, selbst gesetzt.</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_own.py"/>
        <source>{session} belongs to no item, set by you.</source>
        <translation>{session} gehört zu keinem Posten, selbst gesetzt.</translation>
    </message>
    <message numerus="yes">
        <location filename="presenters/item_story.py"/>
        <source>{session} wrote {lines} of {n} lines in </source>
        <comment>{session} wrote {lines} of {n} line in </comment>
        <translation>
            <numerusform>{session} schrieb {lines} von {n} Zeile in </numerusform>
            <numerusform>{session} schrieb {lines} von {n} Zeilen in </numerusform>
        </translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_tokens.py"/>
        <source>{share} of this number is context read from a cache: text that was sent again with each request.</source>
        <translation>{share} dieser Zahl sind aus einem Cache gelesener Kontext: Text, der mit jeder Anfrage erneut gesendet wurde.</translation>
    </message>
    <message>
        <location filename="presenters/sizes.py"/>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <location filename="presenters/sizes.py"/>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <location filename="presenters/sizes.py"/>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
    <message>
        <location filename="presenters/words.py"/>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>{system} accepts the token, but does not let it read this.</source>
        <translation>{system} nimmt das Token an, lässt es dies aber nicht lesen.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>{system} asks to come back later.</source>
        <translation>{system} bittet, später wiederzukommen.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>{system} does not accept the token.</source>
        <translation>{system} nimmt das Token nicht an.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>{system} gave an answer Outlay does not know.</source>
        <translation>{system} gab eine Antwort, die Outlay nicht kennt.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>{system} has a fault of its own ({status}).</source>
        <translation>{system} hat selbst einen Fehler ({status}).</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>{system} has nothing at this place.</source>
        <translation>{system} hat an dieser Stelle nichts.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>{system} knows you as {login} ({name}).</source>
        <translation>{system} kennt dich als {login} ({name}).</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>{system} knows you as {login}.</source>
        <translation>{system} kennt dich als {login}.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>{system} needs a token.</source>
        <translation>{system} braucht ein Token.</translation>
    </message>
    <message>
        <location filename="presenters/connecting.py"/>
        <source>{system} needs its address.</source>
        <translation>{system} braucht seine Adresse.</translation>
    </message>
    <message>
        <location filename="presenters/accounts.py"/>
        <source>{system} took too long to answer.</source>
        <translation>{system} hat zu lange nicht geantwortet.</translation>
    </message>
    <message>
        <location filename="presenters/pages/sources_accounts.py"/>
        <source>{system}, {host}</source>
        <translation>{system}, {host}</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>{time} coding</source>
        <translation>{time} Programmieren</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>{time} in all</source>
        <translation>{time} insgesamt</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>{time} review</source>
        <translation>{time} Review</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_acts.py"/>
        <source>{title} and {n} more</source>
        <translation>{title} und {n} weitere</translation>
    </message>
    <message>
        <location filename="presenters/review_since.py"/>
        <source>{title} counts for other days now.</source>
        <translation>{title} zählt jetzt zu anderen Tagen.</translation>
    </message>
    <message>
        <location filename="presenters/review_since.py"/>
        <source>{title} is open again.</source>
        <translation>{title} ist wieder offen.</translation>
    </message>
    <message>
        <location filename="presenters/review_since.py"/>
        <source>{title} no longer counts.</source>
        <translation>{title} zählt nicht mehr.</translation>
    </message>
    <message>
        <location filename="presenters/review_since.py"/>
        <source>{title} was reverted since.</source>
        <translation>{title} wurde seither zurückgenommen.</translation>
    </message>
    <message>
        <location filename="presenters/popover.py"/>
        <source>{title}. {amount} so far</source>
        <translation>{title}. {amount} bisher</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>{told}, inside the {low} to {high} of {weeks}</source>
        <translation>{told}, innerhalb der {low} bis {high} aus {weeks}</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>{told}, outside the {low} to {high} of {weeks}</source>
        <translation>{told}, außerhalb der {low} bis {high} aus {weeks}</translation>
    </message>
    <message>
        <location filename="presenters/advice.py"/>
        <source>{tool} logs have not changed where a reset was due</source>
        <translation>{tool}: Logs unverändert, obwohl ein Neubeginn fällig war</translation>
    </message>
    <message>
        <location filename="presenters/pages/spend_session.py"/>
        <source>{tool}, {span}, {length}</source>
        <translation>{tool}, {span}, {length}</translation>
    </message>
    <message>
        <location filename="presenters/window_foot.py"/>
        <source>{trouble}, last answer {when}</source>
        <translation>{trouble}, letzte Antwort {when}</translation>
    </message>
    <message>
        <location filename="charts/dots.py"/>
        <source>{unit} (log scale)</source>
        <translation>{unit} (logarithmisch)</translation>
    </message>
    <message>
        <location filename="presenters/own_acts.py"/>
        <source>{weight} to {item}</source>
        <translation>{weight} an {item}</translation>
    </message>
    <message>
        <location filename="presenters/review_change.py"/>
        <source>{what}: {names}</source>
        <translation>{what}: {names}</translation>
    </message>
    <message>
        <location filename="presenters/item_story.py"/>
        <source>{when}, landed</source>
        <translation>{when}, übernommen</translation>
    </message>
    <message>
        <location filename="presenters/review_since.py"/>
        <source>{when}: {tool} on {day} (UTC) was {before} and is {after}. {reason}</source>
        <translation>{when}: {tool} am {day} (UTC) war {before} und ist {after}. {reason}</translation>
    </message>
    <message>
        <location filename="presenters/pages/shipped_words.py"/>
        <source>{words}, between {low} and {high} %.</source>
        <translation>{words}, zwischen {low} und {high} %.</translation>
    </message>
</context>
</TS>
