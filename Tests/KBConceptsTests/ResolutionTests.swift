import KBConcepts
import Testing
