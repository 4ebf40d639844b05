"""Names of forges and trackers as their makers write them, known without loading what asks them."""

_NAMES = {
    "asana": "Asana",
    "azure_devops": "Azure DevOps",
    "bitbucket": "Bitbucket Cloud",
    "bitbucket_server": "Bitbucket Data Center",
    "gitea": "Gitea or Forgejo",
    "github": "GitHub",
    "gitlab": "GitLab",
    "jira": "Jira",
    "jira_server": "Jira Data Center",
    "linear": "Linear",
    "shortcut": "Shortcut",
    "youtrack": "YouTrack",
}


def system_name(system: str) -> str:
    """The shown name of a system's id; an id without one is made readable."""
    return _NAMES.get(system, system.replace("_", " ").capitalize())
