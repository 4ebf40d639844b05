"""Readers of work that is tracked elsewhere: one file a format. Adding a forge or tracker adds one line to READERS."""

from outlay.readers.work import (
    asana,
    azure_devops,
    bitbucket,
    bitbucket_server,
    gitea,
    github,
    gitlab,
    jira,
    jira_server,
    linear,
    shortcut,
    youtrack,
)
from outlay.readers.work.interface import WorkReader

READERS: tuple[WorkReader, ...] = (
    asana.READER,
    azure_devops.READER,
    bitbucket.READER,
    bitbucket_server.READER,
    gitea.READER,
    github.READER,
    gitlab.READER,
    jira.READER,
    jira_server.READER,
    linear.READER,
    shortcut.READER,
    youtrack.READER,
)
