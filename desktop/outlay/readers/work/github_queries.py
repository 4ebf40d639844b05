"""What GitHub's GraphQL API is asked: https://docs.github.com/graphql.

What older servers do not know, or a token may not see, is asked apart: a query fails as a whole.
"""

from typing import Final

_PULL: Final = """
fragment Pull on PullRequest {
  id number title body url isDraft state createdAt updatedAt mergedAt closedAt additions deletions changedFiles
  author { __typename login }
  mergedBy { login }
  mergeCommit { oid }
  baseRefName headRefName
  repository { nameWithOwner }
  assignees(first: 10) { nodes { login } }
  labels(first: 20) { nodes { name } }
  commits(first: 100) { pageInfo { hasNextPage endCursor } nodes { commit { oid } } }
  closingIssuesReferences(first: 20) { nodes { number repository { nameWithOwner } } }
  reviews(first: 20) { nodes { submittedAt author { __typename login } } }
  timelineItems(last: 10, itemTypes: [READY_FOR_REVIEW_EVENT]) {
    nodes { ... on ReadyForReviewEvent { createdAt } }
  }
}
"""

PULLS: Final = (
    """
query Pulls($words: String!, $first: Int!, $after: String) {
  viewer { login }
  search(query: $words, type: ISSUE, first: $first, after: $after) {
    issueCount
    pageInfo { hasNextPage endCursor }
    nodes { ...Pull }
  }
}
"""
    + _PULL
)

OTHERS_PULLS: Final = """
query OthersPulls($words: String!, $first: Int!, $after: String) {
  viewer { login }
  search(query: $words, type: ISSUE, first: $first, after: $after) {
    issueCount
    pageInfo { hasNextPage endCursor }
    nodes {
      ... on PullRequest {
        id updatedAt
        author { __typename login }
        mergedBy { login }
        assignees(first: 10) { nodes { login } }
      }
    }
  }
}
"""

PULLS_BY_ID: Final = (
    """
query PullsById($ids: [ID!]!) {
  nodes(ids: $ids) { ...Pull }
}
"""
    + _PULL
)

COMMITS: Final = """
query Commits($id: ID!, $after: String!) {
  node(id: $id) {
    ... on PullRequest {
      commits(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { commit { oid } } }
    }
  }
}
"""

TICKETS: Final = """
query Tickets($words: String!, $first: Int!, $after: String) {
  viewer { login }
  search(query: $words, type: ISSUE, first: $first, after: $after) {
    issueCount
    pageInfo { hasNextPage endCursor }
    nodes {
      ... on Issue {
        id number title url state createdAt updatedAt closedAt
        stateReason(enableDuplicate: true)
        repository { nameWithOwner }
        labels(first: 20) { nodes { name } }
        closedByPullRequestsReferences(first: 20, includeClosedPrs: true) {
          nodes { number createdAt repository { nameWithOwner } }
        }
        timelineItems(last: 100, itemTypes: [ASSIGNED_EVENT, CLOSED_EVENT, REOPENED_EVENT]) {
          nodes {
            __typename
            ... on AssignedEvent { createdAt assignee { ... on User { login } } }
            ... on ClosedEvent { createdAt stateReason }
            ... on ReopenedEvent { createdAt }
          }
        }
      }
    }
  }
}
"""

TYPES: Final = """
query Types($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Issue { id issueType { name } } }
}
"""

STATUSES: Final = """
query Statuses($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Issue {
      id
      timelineItems(last: 100, itemTypes: [PROJECT_V2_ITEM_STATUS_CHANGED_EVENT]) {
        nodes { ... on ProjectV2ItemStatusChangedEvent { createdAt status } }
      }
    }
  }
}
"""
