/// A shell that kb can teach. The scripts only carry words to `kb complete` and candidates back.
enum Shell: String, CaseIterable {
    case bash, zsh, fish

    /// The script to source.
    var script: String {
        switch self {
        case .bash: Shell.bashScript
        case .zsh: Shell.zshScript
        case .fish: Shell.fishScript
        }
    }

    private static let bashScript = #"""
        # Completions of kb for bash.
        _kb() {
            local line fallback= nospace=
            COMPREPLY=()
            while IFS= read -r line; do
                if [[ -z $fallback ]]; then
                    fallback=$line
                else
                    COMPREPLY+=("$line")
                    [[ $line == *[:=/] ]] && nospace=1
                fi
            done < <("${COMP_WORDS[0]}" complete --line "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
            case $fallback in
                files) compopt -o default 2>/dev/null ;;
                folders) compopt -o dirnames 2>/dev/null ;;
            esac
            # An operator or a folder is not the end of a word.
            [[ -n $nospace ]] && compopt -o nospace 2>/dev/null
            return 0
        }
        complete -F _kb kb

        """#

    private static let zshScript = #"""
        #compdef kb
        # Completions of kb for zsh.
        _kb() {
            local -a lines values shown
            local line fallback
            lines=("${(@f)$(command kb complete -- "${(@Q)words[1,CURRENT]}" 2>/dev/null)}")
            fallback=$lines[1]
            for line in "${(@)lines[2,-1]}"; do
                values+=("${line%%$'\t'*}")
                if [[ $line == *$'\t'* ]]; then
                    shown+=("${line%%$'\t'*}  ${line#*$'\t'}")
                else
                    shown+=("$line")
                fi
            done
            case $fallback in
                files) _files ;;
                folders)
                    (( $#values )) && compadd -U -l -d shown -a values
                    _files -/
                    ;;
                *) (( $#values )) && compadd -U -l -d shown -a values ;;
            esac
        }
        compdef _kb kb

        """#

    private static let fishScript = #"""
        # Completions of kb for fish.
        function __kb_complete
            # The word as it was typed; one with an open quote cannot be unescaped.
            set -l typed (commandline -ct)
            set -l word (string unescape -- $typed)
            or set word (string trim --left --chars='"\'' -- $typed)
            set -l lines (command kb complete -- (commandline -opc) "$word" 2>/dev/null)
            switch "$lines[1]"
                case files
                    __fish_complete_path (commandline -ct)
                case folders
                    __fish_complete_directories (commandline -ct)
                    set -q lines[2]; and string join \n -- $lines[2..-1]
                case '*'
                    string join \n -- $lines[2..-1]
            end
        end
        complete -c kb -f -a '(__kb_complete)'

        """#
}
